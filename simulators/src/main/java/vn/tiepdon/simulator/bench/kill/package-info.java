/**
 * The server is killed with {@code kill -9} in the middle of concurrent check-ins, again and again, while a witness in
 * another process notes every number it was promised. Afterwards the witness compares its notes with the database.
 */
package vn.tiepdon.simulator.bench.kill;
