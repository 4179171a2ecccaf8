/** What the one who installs the server may set. */
package vn.tiepdon.server.settings;
