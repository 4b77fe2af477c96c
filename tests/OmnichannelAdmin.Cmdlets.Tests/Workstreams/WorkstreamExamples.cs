using OmnichannelAdmin.Cmdlets.Workstreams;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Tests.Workstreams;

/// <summary>Workstreams and what they point at, for the tests to work with.</summary>
internal static class WorkstreamExamples
{
    public const string Table = "msdyn_liveworkstream";
    public const string ProfileTable = "msdyn_liveworkstreamcapacityprofile";
    public const string VariableTable = "msdyn_ocliveworkstreamcontextvariable";

    public const string Queue = "Default messaging queue";
    public const string Bot = "Contoso bot";
    public const string Session = "msdyn_custommessaging_session";
    public const string Notification = "contoso_notification";

    /// <summary>An environment that has one of everything a workstream can point at.</summary>
    public static async Task<EnvironmentUnderTest> OpenAsync()
    {
        var environment = await EnvironmentUnderTest.OpenAsync();
        var rows = environment.Organization.Rows;
        rows.Add("msdyn_sessiontemplate", new() { ["msdyn_name"] = "Contoso session", ["msdyn_uniquename"] = Session });
        rows.Add(
            "msdyn_notificationtemplate",
            new() { ["msdyn_name"] = "Contoso call", ["msdyn_title"] = "New", ["msdyn_uniquename"] = Notification });
        rows.Add("msdyn_notificationtemplate", new() { ["msdyn_name"] = "Nameless", ["msdyn_title"] = "New" });
        rows.Add("systemuser", new() { ["fullname"] = Bot, ["domainname"] = "bot@contoso.example" });
        foreach (var name in new[] { "Chats", "Calls" })
            rows.Add("msdyn_capacityprofile", new() { ["msdyn_name"] = name, ["msdyn_defaultmaxunits"] = 3 });

        return environment;
    }

    /// <summary>The cmdlet that makes a workstream, with its least parameters.</summary>
    public static NewOcWorkstreamCommand New(string name = "Contoso messaging") =>
        new() { Name = name, StreamSource = StreamSource.Custom };

    /// <summary>The cmdlet that makes a workstream, with every parameter.</summary>
    public static NewOcWorkstreamCommand NewWithEverything()
    {
        var notification = RecordIdentity.Parse(Notification);
        return new()
        {
            Name = "Contoso messaging",
            StreamSource = StreamSource.Custom,
            WorkDistributionMode = WorkDistributionMode.Push,
            Mode = WorkstreamMode.Simplified,
            AllowedPresences = [BasePresence.Available, BasePresence.Busy],
            AgentAffinity = true,
            CapacityProfile = [RecordIdentity.Parse("Chats"), RecordIdentity.Parse("Calls")],
            BlockCapacityForWrapUp = 15,
            BlockCapacityForWrapUpSeconds = 900,
            AutoCloseAfterInactivity = 60,
            DefaultQueue = RecordIdentity.Parse(Queue),
            Bot = RecordIdentity.Parse(Bot),
            SessionTemplate = RecordIdentity.Parse(Session),
            IncomingAuthenticatedNotification = notification,
            IncomingUnauthenticatedNotification = notification,
            ConsultNotification = notification,
            TransferNotification = notification,
            SupervisorAssignNotification = notification,
            ReturningConversationNotification = notification,
            AgentDialNotification = notification,
            PreDialNotification = notification,
            CallbackPreviewNotification = notification,
        };
    }

    /// <summary>Makes a workstream.</summary>
    public static Task<Workstream> AddWorkstreamAsync(
        this EnvironmentUnderTest environment, string name = "Contoso messaging") =>
        environment.AddAsync<Workstream>(New(name));
}
