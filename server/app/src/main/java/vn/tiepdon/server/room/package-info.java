/** The panel of a room: the staff calls patients in. */
package vn.tiepdon.server.room;
