/** Which language a page speaks: Vietnamese, unless the reader has asked for English. */
package vn.tiepdon.server.language;
