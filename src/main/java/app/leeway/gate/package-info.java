/** What stands before every web application of the server, Liberty's own included. */
package app.leeway.gate;
