/** Lines that an administrator puts on the call screens. */
package vn.tiepdon.server.notice;
