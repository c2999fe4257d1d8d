package dev.latchkey.mail.rendering;

import dev.latchkey.common.client.Device;
import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailOccasion;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;

/** Says when and from where something happened, where a message asks for it. */
final class OccasionFacts {

    private final MessageSource messages;
    private final MailOccasion occasion;
    private final MailContent content;

    OccasionFacts(MessageSource messages, MailOccasion occasion, MailContent content) {
        this.messages = messages;
        this.occasion = occasion;
        this.content = content;
    }

    /** The blocks of the message, with what it asked for. */
    List<MailBlock> blocks() {
        return content.blocks().stream().map(this::filled).toList();
    }

    private MailBlock filled(MailBlock block) {
        return block instanceof MailBlock.Occasion(var withClient) ? new MailBlock.Facts(lines(withClient)) : block;
    }

    private List<String> lines(boolean withClient) {
        var lines = new ArrayList<String>();
        lines.add(text("mail.occasion.time", content.times().inFull(occasion.at())));
        var client = occasion.client();
        if (withClient && !client.address().isEmpty()) {
            lines.add(text("mail.occasion.address", client.address()));
        }
        if (withClient && !client.device().text().isEmpty()) {
            lines.add(text("mail.occasion.device", device(client.device())));
        }
        return lines;
    }

    private String device(Device device) {
        return device.browser().isEmpty() || device.operatingSystem().isEmpty()
                ? device.text()
                : text("mail.occasion.device-on", device.browser(), device.operatingSystem());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, content.locale());
    }
}
