namespace OmnichannelAdmin.SignIn;

/// <summary>What a person needs who signs in with a browser on another device.</summary>
/// <param name="Url">The page to open.</param>
/// <param name="Code">The code to enter there.</param>
/// <param name="ExpiresOn">Until when.</param>
/// <param name="Message">The same as a sentence, in Entra's words.</param>
public sealed record DeviceCode(Uri Url, string Code, DateTimeOffset ExpiresOn, string Message);
