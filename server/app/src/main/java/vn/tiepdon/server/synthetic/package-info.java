/** An invented provincial hospital, the same for the same seed. Nobody in it exists. */
package vn.tiepdon.server.synthetic;
