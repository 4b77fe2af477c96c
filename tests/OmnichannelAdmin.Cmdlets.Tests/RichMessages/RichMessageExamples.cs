using OmnichannelAdmin.Cmdlets.RichMessages;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Cmdlets.Tests.RichMessages;

/// <summary>Rich messages that the tests work with.</summary>
internal static class RichMessageExamples
{
    public const string Table = "msdyn_ocrichobject";
    public const string Maps = "msdyn_ocrichobjectmap";
    public const string SignInContent = """{"receivedmessage":"Please sign in","replymessage":"Thank you"}""";

    public const string PaymentContent = """
        {
          "messageTitle": "Your order", // comments are accepted
          "currencyCode": "EUR",
          "requiredBillingContactFields": ["post", "phoneticname"],
          "lineItems": [{ "label": "Discount", "amount": -2, "type": "Final" }],
          "total": { "label": "Contoso", "amount": 40.50, "type": "final" }
        }
        """;

    /// <summary>The cmdlet that makes an Authentication message.</summary>
    public static NewOcRichMessageCommand SignIn(string name = "Sign in") =>
        new() { Name = name, Type = RichMessageType.Authentication, Content = SignInContent };

    /// <summary>The cmdlet that makes an Apple Pay message.</summary>
    public static NewOcRichMessageCommand Payment(string name = "Pay") =>
        new() { Name = name, Type = RichMessageType.ApplePay, Content = PaymentContent };

    /// <summary>Makes a message, and answers with what identifies it.</summary>
    public static async Task<RecordIdentity> AddMessageAsync(
        this EnvironmentUnderTest environment, NewOcRichMessageCommand command) =>
        RecordIdentity.Of(await environment.AddAsync<RichMessage>(command));
}
