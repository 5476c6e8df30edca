/** Says to whoever runs the server whether it lives and whether it may be given work. */
package app.leeway.health;
