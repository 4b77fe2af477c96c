namespace OmnichannelAdmin.RichMessages;

/// <summary>What an Apple Pay message holds.</summary>
internal static class ApplePayContent
{
    private static readonly string[] ContactFields = ["email", "name", "phone", "phoneticName", "post"];

    public static void Check(ContentObject content)
    {
        content.RequireText("messageTitle");
        CheckCurrency(content);
        content.RequireWords("requiredBillingContactFields", ContactFields);
        content.CheckWords("requiredShippingContactFields", ContactFields);
        CheckImage(content);
        CheckShippingMethods(content.OptionalObjects("shippingMethods"), content);
        foreach (var item in content.OptionalObjects("lineItems"))
            CheckLine(item);

        if (content.RequireObject("total") is { } total)
            CheckTotal(total);

        content.WarnOfOthers();
    }

    private static void CheckCurrency(ContentObject content)
    {
        const string Field = "currencyCode";
        if (content.RequireText(Field) is { } code && !CurrencyCodes.IsKnown(code))
            throw content.Refuse(Field, "NotCurrency", $"'{code}' is no currency of ISO 4217 such as EUR or USD.");
    }

    private static void CheckImage(ContentObject content)
    {
        const string Field = "imageUrl";
        content.OptionalText("imageStyle");
        if (content.OptionalText(Field) is { } address && !IsWebAddress(address))
            throw content.Refuse(Field, "NotUrl", $"'{address}' is not an absolute https:// URL.");
    }

    private static void CheckShippingMethods(IReadOnlyList<ContentObject> methods, ContentObject content)
    {
        foreach (var method in methods)
        {
            method.RequireText("label");
            method.RequireText("identifier");
            method.RequireText("detail");
            if (method.RequireAmount("amount") < 0)
                throw method.Refuse("amount", "Negative", "it is negative; shipping costs 0 or more.");

            method.WarnOfOthers();
        }

        if (methods.Count > 1)
            content.Warn("shippingMethods", "only the first of them is used.");
    }

    // The amount of a line may be negative: that is a discount.
    private static void CheckLine(ContentObject line)
    {
        line.RequireText("label");
        line.RequireAmount("amount");
        line.RequireWord("type", "final", "pending");
        line.WarnOfOthers();
    }

    private static void CheckTotal(ContentObject total)
    {
        CheckLine(total);
        if (total.RequireAmount("amount") <= 0)
            throw total.Refuse("amount", "NotPositive", "it must be greater than 0.");
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}
