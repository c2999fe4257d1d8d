package dev.latchkey.user.address;

import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.EmailAddressFault;
import dev.latchkey.user.address.AddressList.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the parsers of lines find, without duplicates. */
final class AddressFindings {

    private final Map<Object, Item> items = new LinkedHashMap<>();

    /** Adds an address, or why it is not one; the first name given with it counts. */
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

    /** Adds a text that is not an address. */
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
