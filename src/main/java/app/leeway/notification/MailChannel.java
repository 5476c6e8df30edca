package app.leeway.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/**
 * Notifications by mail: a brief text that names nobody, in the subject and in the body, and the
 * way to where the rest is. Each notification has one message id for ever, by which mail programs
 * show it once.
 */
@ApplicationScoped
public class MailChannel implements Channel {

    private static final String PATIENCE_MILLIS = "10000";

    @Inject MailAccount account;
    @Inject Clock clock;
    @Inject Origin origin;
    @Inject NotificationText text;

    @Override
    public String code() {
        return "mail";
    }

    @Override
    public boolean isOpen() {
        return account.isOpen();
    }

    @Override
    public void send(List<Claim> due, Fate fate) {
        Session session = Session.getInstance(properties());
        int next = 0;
        try (Transport server = session.getTransport("smtp")) {
            server.connect(account.user(), account.password());
            for (; next < due.size(); next++) {
                send(session, server, due.get(next), fate);
            }
        } catch (MessagingException e) {
            due.subList(next, due.size())
                    .forEach(one -> fate.failed(one, "the mail server: " + e.getMessage()));
        }
    }

    private void send(Session session, Transport server, Claim due, Fate fate)
            throws MessagingException {
        if (due.mailTo() == null) {
            fate.refused(due, "no mail is wanted any more");
            return;
        }
        MimeMessage message = message(session, due);
        try {
            server.sendMessage(message, message.getAllRecipients());
            fate.sent(due);
        } catch (jakarta.mail.SendFailedException e) {
            fate.failed(due, "the mail server: " + e.getMessage());
        }
    }

    private MimeMessage message(Session session, Claim due) throws MessagingException {
        String id =
                "<"
                        + due.notification().id()
                        + account.from().substring(account.from().indexOf('@'))
                        + ">";
        MimeMessage message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", id);
                    }
                };
        message.setFrom(new InternetAddress(account.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(due.mailTo()));
        message.setSentDate(Date.from(clock.instant()));
        message.setSubject(
                NotificationText.brief(due.notification(), due.language()),
                StandardCharsets.UTF_8.name());
        message.setText(body(due), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private String body(Claim due) {
        String language = due.language();
        return NotificationText.brief(due.notification(), language)
                + ".\n\n"
                + text.enclosed(due.notification())
                + NotificationText.plain("tell.mail.open", language)
                + "\n"
                + origin.url()
                + text.link(due.notification())
                + "\n\n-- \n"
                + NotificationText.plain("tell.mail.choose", language)
                + "\n"
                + origin.url()
                + "/organization/me.xhtml\n";
    }

    private Properties properties() {
        Properties mail = new Properties();
        mail.setProperty("mail.smtp.host", account.host());
        mail.setProperty("mail.smtp.port", String.valueOf(account.port()));
        mail.setProperty("mail.smtp.auth", String.valueOf(account.user() != null));
        mail.setProperty("mail.smtp.starttls.enable", String.valueOf(account.isEncrypted()));
        mail.setProperty("mail.smtp.starttls.required", String.valueOf(account.isEncrypted()));
        mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        mail.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        mail.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        mail.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return mail;
    }
}
