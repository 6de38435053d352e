package org.nuanxin.dispatch.dispatches;

import java.util.UUID;
import org.nuanxin.dispatch.handling.Input;

/** Something that happened to a request. */
record Happening(UUID requestId, Input input) {}
