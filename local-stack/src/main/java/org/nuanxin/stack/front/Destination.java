package org.nuanxin.stack.front;

import org.nuanxin.stack.services.Service;

/** Who answers, and by which path of its own. */
record Destination(Service service, String path) {}
