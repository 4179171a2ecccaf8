/** Is the server up, in one word and for everyone. */
package vn.tiepdon.server.health;
