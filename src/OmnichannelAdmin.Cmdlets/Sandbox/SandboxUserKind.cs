namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>The users of a sandbox that a connection can be opened as.</summary>
public enum SandboxUserKind
{
    /// <summary>Has the role System Administrator: every privilege, and every secured column.</summary>
    SystemAdministrator,

    /// <summary>
    /// Has the role Omnichannel administrator: changes the Omnichannel tables, but reads no secured column.
    /// </summary>
    OmnichannelAdministrator,

    /// <summary>Has the role Basic User only, which reads no Omnichannel table.</summary>
    BasicUser,

    /// <summary>Has no role at all.</summary>
    WithoutRole,
}
