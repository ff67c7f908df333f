package dev.postern.readers.plan;

/// Something that the source and the plan say differently.
///
/// @param place type and path of the argument: `aws_instance.root_block_device.iops`
/// @param ours what the source gives, shortened
/// @param planned what the plan gives, shortened
record Difference(Kind kind, String address, String place, String ours, String planned) {

  /// The sorts of differences.
  enum Kind {
    /// An instance that is read and not planned, or planned and not read.
    INSTANCE,
    /// Both know the value and it is not the same.
    VALUE,
    /// The source does not know what the plan knows.
    OPEN,
    /// The source says that it knows what the plan does not know.
    CLAIMED,
    /// Planned where nothing is read, though it may be written.
    ADDED,
    /// Written and not read.
    UNREAD
  }

  @Override
  public String toString() {
    return "%s %s (%s)%n    ours:    %s%n    planned: %s"
        .formatted(kind, address, place, ours, planned);
  }
}
