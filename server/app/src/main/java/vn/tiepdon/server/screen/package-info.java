/** The call screen in a waiting hall: whose turn it is, and where. */
package vn.tiepdon.server.screen;
