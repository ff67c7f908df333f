package dev.postern.readers.source;

import dev.postern.model.Resource;
import dev.postern.text.Comment;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.util.List;

/// What a reader made of one unit.
///
/// @param comments every comment of the files that were read
/// @param files the files that were read, in order
public record Reading(
    List<Resource> resources,
    List<Comment> comments,
    List<SourceFile> files,
    List<Problem> problems) {

  public Reading {
    resources = List.copyOf(resources);
    comments = List.copyOf(comments);
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }
}
