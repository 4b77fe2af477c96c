using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Cmdlets.Messaging;

/// <summary>
/// A cmdlet about where the messaging API of an organization is. Organization and region come from the connection, or
/// from the user, who then needs no connection.
/// </summary>
public abstract class MessagingAddressCmdlet : OcCmdlet
{
    /// <summary>The connection to use, or its name; without it, the runspace's own default.</summary>
    [Parameter]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public OcConnection? Connection { get; set; }

    /// <summary>The organization's GUID; without it, that of the connection.</summary>
    [Parameter]
    [GuidTransformation]
    public Guid? OrganizationId { get; set; }

    /// <summary>The region by its name or datacenter code, such as EUR; without it, that of the connection.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>The organization.</summary>
    /// <exception cref="NotConnectedException">It is not given, and there is no connection to ask.</exception>
    protected Guid Organization => OrganizationId ?? Connected.OrganizationId;

    /// <summary>The connection.</summary>
    /// <exception cref="NotConnectedException">There is none.</exception>
    protected OcConnection Connected => Connection ?? throw new NotConnectedException();

    /// <inheritdoc/>
    protected override object? ErrorTarget => (object?)Region ?? Connection;

    /// <summary>The default connection belongs to the runspace, which only the pipeline thread knows.</summary>
    protected override void Prepare() => Connection ??= RunspaceConnections.Current.Default;

    /// <summary>The region.</summary>
    /// <exception cref="NotConnectedException">It is not given, and there is no connection to ask.</exception>
    /// <exception cref="OcValidationException">It is unknown.</exception>
    protected DataverseRegion FindRegion() => Region is null
        ? MessagingRegion.OfEnvironment(SandboxSignIn.AddressOf(Connected))
        : MessagingRegion.Find(Region);

    /// <summary>The scope of a token.</summary>
    /// <param name="zone">The zone that the user gave instead of a region, or null.</param>
    /// <exception cref="NotConnectedException">Something is not given, and there is no connection to ask.</exception>
    /// <exception cref="OcValidationException">The region or the zone has no scope.</exception>
    protected string FindScope(string? zone)
    {
        if (zone is not null && Region is not null)
            throw new OcValidationException(
                "Zone", "ZoneAndRegion", "-Zone and -Region say the same thing in two ways; give one of them.");

        return zone is null ? MessagingScope.Of(Organization, FindRegion()) : MessagingScope.Of(Organization, zone);
    }
}
