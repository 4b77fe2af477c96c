using OmnichannelAdmin.Cmdlets.Tests.Channels;
using OmnichannelAdmin.Cmdlets.Workstreams;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Tests.Workstreams;

public class ContextVariableTests
{
    private const string Table = WorkstreamExamples.VariableTable;

    [Fact]
    public async Task What_was_made_is_what_is_read()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var made = await environment.AddAsync<ContextVariable>(NewWithEverything());
        var read = await environment.OneAsync<ContextVariable>(
            new GetOcContextVariableCommand { Identity = [RecordIdentity.Parse("Order")] });

        Assert.Equal(made, read);
        Assert.Equal(
            ("Order", "Messaging workstream", ContextVariableType.EntityReference, "The "
                + "order", "salesorder", "order_conversation"),
            (
                read.Name, read.Workstream?.Name, read.Type,
                read.DisplayName, read.EntityLogicalName, read.RelationshipName));
    }

    [Fact]
    public void The_example_with_everything_gives_every_parameter() =>
        Assert.Empty(Completeness.NotGivenIn(NewWithEverything()));

    public static TheoryData<string, SetOcContextVariableCommand, string> Settings() => new()
    {
        { "DisplayName", new() { DisplayName = "Other" }, "msdyn_displayname" },
        { "EntityLogicalName", new() { EntityLogicalName = "incident" }, "msdyn_entitylogicalname" },
        { "Name", new() { Name = "Other" }, "msdyn_name" },
        { "RelationshipName", new() { RelationshipName = "other" }, "msdyn_relationshipname" },
        { "Type", new() { Type = ContextVariableType.Number }, "msdyn_datatype" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_parameter_changes_its_column_alone(
        string parameter, SetOcContextVariableCommand command, string column)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var variable = await environment.AddAsync<ContextVariable>(NewWithEverything());
        command.Identity = RecordIdentity.Of(variable);

        var changed = await environment.ColumnsChangedAsync(
            Table, variable.Id, () => environment.SucceedAsync(command));

        Assert.True(changed is [var only] && only == column, $"{parameter} changed {string.Join(", ", changed)}.");
    }

    [Fact]
    public void Every_parameter_is_in_the_table() => Assert.Equal(
        Completeness.SettersOf<SetOcContextVariableCommand>(), Settings().Select(row => (string)row[0]));

    public static TheoryData<string, NewOcContextVariableCommand> BadInputs() => new()
    {
        { "NameMissing", With(command => command.Name = "") },
        { "NameTooLong", With(command => command.Name = new string('n', 101)) },
        { "NameHasControlCharacter", With(command => command.Name = "a\u0001") },
        { "WorkstreamMissing", With(command => command.Workstream = null) },
        { "RecordNotFound", With(command => command.Workstream = RecordIdentity.Parse("No such workstream")) },
        { "TypeMissing", With(command => command.Type = null) },
        { "TypeNotAnOption", With(command => command.Type = (ContextVariableType)1) },
        { "DisplayNameTooLong", With(command => command.DisplayName = new string('n', 101)) },
        { "EntityLogicalNameTooLong", With(command => command.EntityLogicalName = new string('n', 101)) },
        { "TypeHasNoEntity", With(command => command.EntityLogicalName = "salesorder") },
        { "TypeHasNoEntity", With(command => command.RelationshipName = "order_conversation") },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task What_no_variable_can_be_is_refused_before_anything_is_written(
        string rule, NewOcContextVariableCommand command)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        Assert.Equal(rule, await environment.RefusedAsync(command));
    }

    [Fact]
    public async Task A_text_does_not_take_an_entity_later_either()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var variable = await environment.AddAsync<ContextVariable>(New());

        var rule = await environment.RefusedAsync(
            new SetOcContextVariableCommand
            {
                Identity = RecordIdentity.Of(variable),
                EntityLogicalName = "salesorder",
            });

        Assert.Equal("TypeHasNoEntity", rule);
    }

    [Fact]
    public async Task Two_workstreams_can_have_a_variable_of_the_same_name()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var other = await environment.AddWorkstreamAsync("Other");
        var first = await environment.AddAsync<ContextVariable>(New());
        var second = New();
        second.Workstream = RecordIdentity.Of(other);

        var pipeline = await environment.SucceedAsync(second, switches: [nameof(second.IfNotExists)]);

        Assert.NotEqual(first.Id, Assert.IsType<ContextVariable>(Assert.Single(pipeline.Output)).Id);
    }

    [Fact]
    public async Task Variables_are_found_by_their_workstream()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var other = await environment.AddWorkstreamAsync("Other");
        await environment.AddAsync<ContextVariable>(New());

        var of = await environment.SucceedAsync(
            new GetOcContextVariableCommand { Workstream = ChannelExamples.WorkstreamByName() });
        var ofOther = await environment.SucceedAsync(
            new GetOcContextVariableCommand { Workstream = RecordIdentity.Of(other) });

        Assert.Equal((1, 0), (of.Output.Count, ofOther.Output.Count));
    }

    [Fact]
    public async Task A_removed_variable_is_gone()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var variable = await environment.AddAsync<ContextVariable>(New());

        await environment.SucceedAsync(new RemoveOcContextVariableCommand { Identity = RecordIdentity.Of(variable) });

        Assert.Empty(environment.Organization.Rows.All(Table));
    }

    private static NewOcContextVariableCommand New() =>
        new() { Name = "Order", Workstream = ChannelExamples.WorkstreamByName(), Type = ContextVariableType.Text };

    private static NewOcContextVariableCommand NewWithEverything() => With(command =>
    {
        command.Type = ContextVariableType.EntityReference;
        command.DisplayName = "The order";
        command.EntityLogicalName = "salesorder";
        command.RelationshipName = "order_conversation";
    });

    private static NewOcContextVariableCommand With(Action<NewOcContextVariableCommand> change)
    {
        var command = New();
        change(command);
        return command;
    }
}
