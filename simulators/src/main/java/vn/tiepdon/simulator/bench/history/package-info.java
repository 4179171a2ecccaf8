/** From a number to the last ten visits: over HTTP and beside it in bare SQL, in a hospital and in a whole province. */
package vn.tiepdon.simulator.bench.history;
