/** The hospital's patient card: one Java Card applet, the same source for real cards and for the simulator. */
package vn.tiepdon.applet;
