namespace OmnichannelAdmin.Sandbox.SignIn;

/// <summary>What an access token stands for.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record IssuedToken(Guid UserId, DateTimeOffset ExpiresAt);
