namespace OmnichannelAdmin.SignIn;

/// <summary>What is known of a cause for which Microsoft Entra refuses a sign-in.</summary>
/// <param name="Id">The stable id of the cause.</param>
/// <param name="Advice">What happened and what to do.</param>
/// <param name="Codes">The numbers that Entra gives it, as in AADSTS7000215.</param>
internal sealed record EntraErrorInfo(string Id, string Advice, params int[] Codes);
