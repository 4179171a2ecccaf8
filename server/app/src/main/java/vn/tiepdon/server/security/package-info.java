/** Who may call what: one filter chain for each way of proving oneself. */
package vn.tiepdon.server.security;
