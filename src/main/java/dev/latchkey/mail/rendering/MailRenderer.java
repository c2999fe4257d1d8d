package dev.latchkey.mail.rendering;

import dev.latchkey.common.text.Isolation;
import dev.latchkey.mail.Letterhead;
import dev.latchkey.mail.MailAddress;
import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailOccasion;
import dev.latchkey.mail.MailProperties;
import dev.latchkey.mail.smtp.UnusableAddressException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders content as a {@code multipart} message with the same text in HTML and plain text. */
@Component
public class MailRenderer {

    private final JavaMailSenderImpl sender;
    private final ITemplateEngine templates;
    private final MailProperties properties;
    private final MessageSource messages;
    private final Letterhead letterhead;

    MailRenderer(
            JavaMailSenderImpl sender,
            ITemplateEngine templates,
            MailProperties properties,
            MessageSource messages,
            Letterhead letterhead) {
        this.sender = sender;
        this.templates = templates;
        this.properties = properties;
        this.messages = messages;
        this.letterhead = letterhead;
    }

    /**
     * Renders it.
     *
     * @param more how many others of its kind the message also stands for
     * @param occasion when and from where what it is about happened, if it says so
     * @throws UnusableAddressException if the recipient is not one plain {@link MailAddress}, like some that were stored before
     *     this rule
     */
    public MimeMessage render(MailContent composed, int more, MailOccasion occasion)
            throws MessagingException, UnusableAddressException {
        var content = more == 0 ? composed : composed.with(sumUp(composed, more));
        var ids = new MessageIds(properties.mail().domainOfIds());
        var message = new IdentifiedMessage(sender.getSession(), ids);
        var helper = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(from());
        helper.setTo(addressOf(content));
        helper.setSubject(content.subject());
        var context = new Context(content.locale());
        context.setVariable("content", content);
        context.setVariable("blocks", new OccasionFacts(messages, occasion, content).blocks());
        context.setVariable("organisation", letterhead.name());
        // Some mail programs show the picture of an earlier message of the same Content-ID
        var qrCode = ids.next();
        context.setVariable("qrCode", qrCode);
        var logo = letterhead.logo();
        var logoId = ids.next();
        context.setVariable("logo", logo);
        context.setVariable("logoId", logoId);
        helper.setText(templates.process("mail/message.txt", context), templates.process("mail/message", context));
        for (var block : content.blocks()) {
            if (block instanceof MailBlock.SecretKey secretKey) {
                helper.addInline(qrCode, new ByteArrayResource(secretKey.qrCode()), "image/png");
            }
        }
        if (logo != null) {
            helper.addInline(logoId, new ByteArrayResource(logo.png()), "image/png");
        }
        message.setContentLanguage(new String[] {content.locale().getLanguage()});
        // RFC 3834, 5: prevents automatic replies
        message.setHeader("Auto-Submitted", "auto-generated");
        // RFC 2919: for filters that sort; nothing says that one could unsubscribe
        message.setHeader("List-Id", "Latchkey <" + ids.listId() + ">");
        return message;
    }

    /** The configured address; a sender without a name gets the one that its readers know. */
    private InternetAddress from() throws MessagingException {
        var from = InternetAddress.parse(properties.mail().from(), true)[0];
        if (from.getPersonal() == null) {
            try {
                from.setPersonal(Isolation.undone(letterhead.name()), StandardCharsets.UTF_8.name());
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return from;
    }

    private String sumUp(MailContent content, int more) {
        return messages.getMessage("mail.more", new Object[] {more}, content.locale());
    }

    private static InternetAddress addressOf(MailContent content) throws UnusableAddressException {
        if (!MailAddress.isPlain(content.to())) {
            throw new UnusableAddressException();
        }
        try {
            return new InternetAddress(content.to(), true);
        } catch (AddressException notEither) {
            throw new UnusableAddressException();
        }
    }
}
