namespace OmnichannelAdmin.Sandbox.SignIn;

/// <summary>What an access token stands for.</summary>
/// <param name="UserId">Whose it is, or null when it is for something else than the environment.</param>
/// <param name="ExpiresAt">When it ends.</param>
internal sealed record IssuedToken(Guid? UserId, DateTimeOffset ExpiresAt);
