package org.nuanxin.stack.issuer;

import java.util.Optional;

/** What an authorization code stands for. */
record Grant(Person person, String client, String redirect, String challenge, Optional<String> nonce) {}
