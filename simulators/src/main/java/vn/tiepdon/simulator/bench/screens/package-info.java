/** From a call in a room to hundreds of call screens that show it, beside a bare program that sends as many bytes to as many. */
package vn.tiepdon.simulator.bench.screens;
