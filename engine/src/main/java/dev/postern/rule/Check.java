package dev.postern.rule;

import dev.postern.model.View;

/// Decides one question about one kind of resource.
public sealed interface Check<V extends View> permits LocalCheck, CloudCheck {}
