/** The insurance's national gateway without the nation: docs/simulators.md says where each detail comes from. */
package vn.tiepdon.simulator.insurance;
