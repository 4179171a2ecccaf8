/** Values over time as drawings that need no script: SVG in the page, readable without colour. */
package vn.tiepdon.server.chart;
