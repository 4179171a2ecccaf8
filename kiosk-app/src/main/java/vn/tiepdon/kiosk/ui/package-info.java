/** The screens: JavaFX, which only draws a state. Nothing outside this package touches JavaFX. */
package vn.tiepdon.kiosk.ui;
