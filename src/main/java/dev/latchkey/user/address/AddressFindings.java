package dev.latchkey.user.address;

import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.EmailAddressFault;
import dev.latchkey.user.address.AddressList.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the readers of lines have found so far; the same twice is found once. */
final class AddressFindings {

    private final Map<Object, Item> items = new LinkedHashMap<>();

    /** Notes an address, or why it is none; the first name that stands with it counts. */
    void add(String typed, EmailAddress.Reading reading, String name) {
        switch (reading) {
            case EmailAddress.Reading.Understood(var address) ->
                items.merge(
                        address,
                        new Item.Found(InvisibleCharacters.strip(typed), address, name),
                        AddressFindings::firstNamed);
            case EmailAddress.Reading.Refused(var fault) -> notUnderstood(typed, fault);
        }
    }

    /** Notes something that is no address. */
    void notUnderstood(String typed, EmailAddressFault fault) {
        var text = InvisibleCharacters.strip(typed);
        items.putIfAbsent(text, new Item.NotUnderstood(text, fault));
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    private static Item firstNamed(Item first, Item again) {
        return first instanceof Item.Found(var typed, var address, var name)
                        && name.isEmpty()
                        && again instanceof Item.Found later
                ? new Item.Found(typed, address, later.name())
                : first;
    }
}
