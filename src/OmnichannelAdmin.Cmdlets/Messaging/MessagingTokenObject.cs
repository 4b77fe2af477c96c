using System.Security;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Cmdlets.Messaging;

/// <summary>A token for the messaging API as a script gets it.</summary>
public sealed class MessagingTokenObject
{
    private readonly MessagingToken _token;

    internal MessagingTokenObject(MessagingToken token, bool asPlainText)
    {
        _token = token;
        AccessToken = asPlainText ? token.Token.Reveal() : Secure(token.Token.Reveal());
    }

    /// <summary>The token: a SecureString, or text when that was asked for.</summary>
    public object AccessToken { get; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? ExpiresOn => _token.ExpiresOn;

    /// <summary>The scope that it was asked for.</summary>
    public string Scope => _token.Scope;

    /// <summary>The application that it was issued to.</summary>
    public string? AppId => _token.AppId;

    /// <summary>The tenant.</summary>
    public string? TenantId => _token.TenantId;

    /// <summary>Whom it is for.</summary>
    public string? Audience => _token.Audience;

    /// <summary>Who issued it.</summary>
    public string? Issuer => _token.Issuer;

    /// <summary>What the application may do.</summary>
    public IReadOnlyList<string> Roles => _token.Roles;

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var character in text)
            secure.AppendChar(character);

        secure.MakeReadOnly();
        return secure;
    }
}
