package dev.postern.readers.cloudformation;

import dev.postern.model.Resource;
import dev.postern.text.Problem;
import java.util.List;

/// What a template says.
///
/// @param resources in the order of the text; last, one of type `Postern::CloudFormation::Template`
///   that holds what belongs to no resource
/// @param problems in the order in which they were met, those of the syntax first
public record Reading(List<Resource> resources, List<Problem> problems) {

  public Reading {
    resources = List.copyOf(resources);
    problems = List.copyOf(problems);
  }
}
