package io.cookiegate.page;

import io.cookiegate.classification.Category;
import io.cookiegate.classification.Classification;
import io.cookiegate.classification.Service;
import io.cookiegate.consent.Added;
import io.cookiegate.gate.Invitation;
import io.cookiegate.html.Syntax;
import io.cookiegate.wording.Appearance;
import io.cookiegate.wording.BannerTemplate;
import io.cookiegate.wording.Filling;
import io.cookiegate.wording.Messages;
import io.cookiegate.wording.Template;
import java.util.ArrayList;
import java.util.List;

/** The question, as it stands at the beginning of a page: the site's template with its words. */
final class BannerMarkup {
  private final Appearance appearance;
  private final String prefix;
  private final OwnFile style;

  BannerMarkup(Appearance appearance, String prefix, OwnFile style) {
    this.appearance = appearance;
    this.prefix = prefix;
    this.style = style;
  }

  String of(Invitation invitation) {
    String own = invitation.place().origin() + prefix;
    String target = invitation.place().target();
    Messages messages = appearance.wording().in(invitation.language());
    Filling filling =
        new Filling()
            .word("language", messages.language())
            .word("direction", messages.direction())
            .word("nonce", invitation.place().nonce())
            .word("stylesheet-url", own + style.address())
            .word("script-url", own + OwnFile.SCRIPT.address())
            .word("action", own + "consent")
            .word("return", target)
            .word("choose-url", own + "preferences?return=" + Query.encoded(target))
            .word("declaration-url", own + "declaration");
    words(filling, messages);
    purposes(filling, messages, invitation.classification());
    added(filling, messages, invitation);
    return template(invitation).fill(filling);
  }

  /** The site's, or where that would be the end of a page in XML, the product's. */
  private Template template(Invitation invitation) {
    Template own = appearance.banner();
    boolean fits = invitation.syntax() == Syntax.HTML || own.isWellFormed();
    return fits ? own : BannerTemplate.BUILT_IN;
  }

  private static void words(Filling filling, Messages messages) {
    filling
        .word("title", messages.text("banner.title"))
        .word("accept", messages.text("choice.accept"))
        .word("refuse", messages.text("choice.refuse"))
        .word("choose", messages.text("banner.choose"))
        .word("declaration", messages.text("banner.declaration"))
        .word("saved", messages.text("banner.saved"));
  }

  private static void purposes(Filling filling, Messages messages, Classification classification) {
    List<String> titles = new ArrayList<>();
    for (Category category : classification.categories()) {
      if (category.needsConsent() && isUsed(category, classification)) {
        String title = category.title().in(messages.language());
        titles.add(title);
        filling.item(
            "purposes",
            new Filling()
                .word("name", title)
                .word("description", category.description().in(messages.language())));
      }
    }
    filling.word("text", messages.text("banner.text", String.join(", ", titles)));
  }

  private static boolean isUsed(Category category, Classification classification) {
    for (Service service : classification.services()) {
      if (service.category().equals(category.id())) {
        return true;
      }
    }
    return false;
  }

  /** What whoever accepted before is asked about again. */
  private static void added(Filling filling, Messages messages, Invitation invitation) {
    Added added = invitation.consent().added();
    if (added.isEmpty()) {
      return;
    }
    Classification classification = invitation.classification();
    List<String> names = new ArrayList<>();
    for (Category category : classification.categories()) {
      if (added.categories().contains(category.id())) {
        names.add(category.title().in(messages.language()));
      }
    }
    for (Service service : classification.services()) {
      if (added.services().contains(service.id())) {
        names.add(service.name());
      }
    }
    String sentence = messages.text("banner.added", String.join(", ", names));
    filling.item("added", new Filling().word("text", sentence));
  }
}
