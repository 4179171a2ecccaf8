/** Pages with which an administrator sets the hospital up and changes it while patients wait. */
package vn.tiepdon.server.administration;
