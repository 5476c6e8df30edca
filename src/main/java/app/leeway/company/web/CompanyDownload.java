package app.leeway.company.web;

import app.leeway.company.ExportingCompany;
import app.leeway.organization.identity.Actors;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /company/company.yaml}: the company as its file, to be kept or to be changed and
 * brought back.
 */
@WebServlet("/company/company.yaml")
@ServletSecurity(@HttpConstraint(rolesAllowed = {"steward", "auditor"}))
public class CompanyDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject Actors actors;

    @Inject ExportingCompany exporting;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String yaml = exporting.export(actors.actor());
        response.setContentType("application/yaml; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"company.yaml\"");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(yaml);
    }
}
