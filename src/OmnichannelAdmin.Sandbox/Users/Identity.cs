namespace OmnichannelAdmin.Sandbox.Users;

/// <summary>Whom a request comes from.</summary>
/// <param name="UserId">The user that rows name as their writer.</param>
/// <param name="Permissions">What the request may do.</param>
internal sealed record Identity(Guid UserId, Permissions Permissions);
