package app.leeway.gate;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** The same request, giving out its {@link Body} and the fields of its form. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Body body;
    private Map<String, String[]> fields;

    BoundedRequest(HttpServletRequest request, Body body) {
        super(request);
        this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Kept(body.bytes());
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), charset()));
    }

    @Override
    public String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (fields == null) {
            byte[] form = isForm() ? body.bytes() : new byte[0];
            fields = body.taking(() -> FormFields.of(inAddress(), form, charset()));
        }
        return fields;
    }

    private Map<String, String[]> inAddress() {
        String query = getQueryString();
        byte[] text = query == null ? new byte[0] : query.getBytes(StandardCharsets.ISO_8859_1);
        return FormFields.of(Map.of(), text, StandardCharsets.UTF_8);
    }

    private boolean isForm() {
        String type = getContentType();
        return type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
    }

    private Charset charset() {
        String name = getCharacterEncoding();
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8; // what every page of ours is sent in
        }
    }

    /** A stream over what is there already. */
    private static final class Kept extends ServletInputStream {

        private final ByteArrayInputStream in;

        Kept(byte[] bytes) {
            this.in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            return in.read(to, offset, length);
        }

        @Override
        public int available() {
            return in.available();
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("a form is read at once");
        }
    }
}
