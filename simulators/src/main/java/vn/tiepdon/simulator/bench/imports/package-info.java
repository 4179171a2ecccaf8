/** How fast a set of insurance records goes in, how much memory that takes, and whether a kill loses or doubles any. */
package vn.tiepdon.simulator.bench.imports;
