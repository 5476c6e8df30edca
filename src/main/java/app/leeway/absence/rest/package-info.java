/** Absences and the calendars they are read from, over HTTP. */
package app.leeway.absence.rest;
