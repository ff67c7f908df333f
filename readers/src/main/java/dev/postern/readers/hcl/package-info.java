/// The native syntax of HCL, which Terraform is written in, read into a tree in which every node
/// knows its place in the text: the tree and the text together are the file, character by
/// character. Nothing is evaluated here. What cannot be read becomes a [dev.postern.text.Problem]
/// and the rest of the file is read all the same. The grammar is the HCL native syntax
/// specification (`hclsyntax/spec.md` of `hashicorp/hcl`).
///
/// Start reading at [Hcl], then [Expression].
@NullMarked
package dev.postern.readers.hcl;

import org.jspecify.annotations.NullMarked;
