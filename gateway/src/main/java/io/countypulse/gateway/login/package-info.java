/**
 * The local authorization server (profile {@code local}): accounts, sign-in page, tokens. In
 * production any OpenID Connect issuer takes its place by configuration.
 */
@NullMarked
package io.countypulse.gateway.login;

import org.jspecify.annotations.NullMarked;
