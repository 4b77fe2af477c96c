namespace OmnichannelAdmin.Channels;

/// <summary>
/// The address to enter in Apple's register as that of the Messaging Service Provider (MSP), for one geo. It is stored
/// nowhere in an environment.
/// </summary>
/// <param name="Geo">The geo's name in Microsoft's table, such as <c>Asia-Pacific</c>.</param>
/// <param name="Code">The geo's part of the address, such as <c>apac</c>.</param>
public sealed record MspEndpoint(string Geo, string Code)
{
    /// <summary>The address.</summary>
    public Uri Uri =>
        new($"https://dynamics365-omnichannel-{Code}.omnichannelengagementhub.com/applemessagesforbusiness");

    /// <summary>The address as text.</summary>
    public override string ToString() => Uri.AbsoluteUri;
}
