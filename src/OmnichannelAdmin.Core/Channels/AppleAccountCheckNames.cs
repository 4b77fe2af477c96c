namespace OmnichannelAdmin.Channels;

/// <summary>The names of the checks of an Apple Messages for Business account.</summary>
public static class AppleAccountCheckNames
{
    /// <summary>Whether the row is active.</summary>
    public const string State = "State";

    /// <summary>Whether the account's id looks like one of Apple's.</summary>
    public const string AccountId = "Account id";

    /// <summary>Whether it belongs to a workstream of its kind.</summary>
    public const string Workstream = "Workstream";

    /// <summary>Whether it has a language.</summary>
    public const string Language = "Language";

    /// <summary>Whether customers can authenticate, when they are to.</summary>
    public const string Authentication = "Authentication";

    /// <summary>Whether customers can pay, when they are to.</summary>
    public const string ApplePay = "Apple Pay";

    /// <summary>Whether the survey that is to follow a conversation can.</summary>
    public const string Survey = "Survey";

    /// <summary>Which address to enter in Apple's register.</summary>
    public const string MspEndpoint = "MSP endpoint";
}
