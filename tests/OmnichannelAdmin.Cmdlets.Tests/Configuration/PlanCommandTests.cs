using System.Collections;
using System.Management.Automation;
using System.Security;
using OmnichannelAdmin.Cmdlets.Configuration;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Sandbox.Faults;
using OmnichannelAdmin.Testing;
using static OmnichannelAdmin.Cmdlets.Tests.Configuration.ConfigurationExamples;

namespace OmnichannelAdmin.Cmdlets.Tests.Configuration;

public class PlanCommandTests
{
    [Fact]
    public async Task A_hashtable_becomes_a_plan()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        Assert.Equal(2, (await environment.PlanAsync()).Creates);
    }

    [Fact]
    public async Task A_plan_writes_nothing()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.PlanAsync();

        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_plan_is_carried_out_with_one_request()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(Invoke(await environment.PlanAsync()));

        Assert.Equal(2, Assert.IsType<PlanResult>(Assert.Single(pipeline.Output)).Created);
        Assert.Single(environment.Writes);
    }

    [Fact]
    public async Task WhatIf_shows_the_plan_and_sends_no_write()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(Invoke(await environment.PlanAsync()), agrees: false);

        Assert.Contains("+ customChannels 'Contoso web'", Assert.Single(pipeline.Actions), StringComparison.Ordinal);
        Assert.Empty(pipeline.Output);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_plan_without_changes_asks_nothing()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.ApplyAsync();

        var pipeline = await environment.RunAsync(Invoke(await environment.PlanAsync()));

        Assert.Empty(pipeline.Actions);
        Assert.Equal(0, Assert.IsType<PlanResult>(Assert.Single(pipeline.Output)).ChangeSets);
    }

    [Fact]
    public async Task A_plan_that_was_carried_out_finds_nothing_to_do_the_second_time()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var plan = await environment.PlanAsync();
        await environment.RunAsync(Invoke(plan));

        var pipeline = await environment.RunAsync(Invoke(plan));

        Assert.Equal(0, Assert.IsType<PlanResult>(Assert.Single(pipeline.Output)).ChangeSets);
        Assert.Single(environment.Writes);
    }

    [Fact]
    public async Task A_plan_is_saved_and_carried_out_from_its_file()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var file = Path.GetTempFileName();
        var command = NewPlan();
        command.OutFile = file;
        await environment.RunAsync(command);

        var pipeline = await environment.RunAsync(Invoke(file));
        File.Delete(file);

        Assert.Equal(2, Assert.IsType<PlanResult>(Assert.Single(pipeline.Output)).Created);
    }

    [Fact]
    public async Task A_refused_plan_is_an_error_with_an_id()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var plan = await environment.PlanAsync();
        environment.Organization.Rows.Add("msdyn_liveworkstream", new() { ["msdyn_name"] = "Web chats" });

        var pipeline = await environment.RunAsync(Invoke(plan));

        Assert.Equal("PlanRefused", Assert.Single(pipeline.Errors).Id);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_plan_whose_secret_is_missing_is_an_error_with_an_id()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var plan = await environment.PlanAsync(Settings("clientSecret", new Hashtable { ["secret"] = "apple" }));

        var pipeline = await environment.RunAsync(Invoke(plan));

        Assert.Equal("SecretNotFound", Assert.Single(pipeline.Errors).Id);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_plan_that_stops_halfway_is_an_error_with_an_id()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var plan = await environment.PlanAsync(Tags(PlanExecutor.ChangeSetLimit + 1));
        environment.Organization.Faults.Add(
            SandboxFault.CutBeforeWrite() with { Method = "POST", After = 1, Times = int.MaxValue });

        var pipeline = await environment.RunAsync(Invoke(plan));

        var error = Assert.Single(pipeline.Errors);
        Assert.Equal("PlanInterrupted", error.Id);
        Assert.Contains("1000 of 1001 changes were carried out", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_a_record_breaks_is_an_error_that_names_record_property_and_rule()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(NewPlan(Settings("publicKeyUrl", "https://keys.example.com")));

        var error = Assert.Single(pipeline.Errors);
        Assert.Equal("ConfigurationInvalid", error.Id);
        Assert.Contains("authSettings 'Contoso' publicKeyUrl:", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("[PublicKeyUrlNotForType]", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_does_not_exist_is_an_error_with_an_id()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(new ExportOcConfigurationCommand { Section = ["pigeons"] });

        Assert.Equal("SectionUnknown", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task A_configuration_that_is_none_is_an_error_with_an_id()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(NewPlan(new Hashtable { ["Pigeons"] = Array.Empty<object>() }));

        Assert.Equal("ConfigurationInvalid", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error_with_an_id()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(NewPlan("missing.json"));

        Assert.Equal("ConfigurationInvalid", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task A_variable_goes_before_its_file()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{ "name": "From the file" }""");
        var command = NewPlan(new Hashtable { ["workstreams"] = new[] { new Hashtable { ["name"] = "${name}", ["streamSource"] = "Custom" } } });
        command.VariablePath = file;
        command.Variable = new Hashtable { ["name"] = "From the prompt" };

        var plan = (ConfigurationPlan)(await environment.RunAsync(command)).Output.Single();
        File.Delete(file);

        Assert.Equal("From the prompt", Assert.Single(plan.Changes).Name);
    }

    [Fact]
    public async Task An_export_that_is_piped_into_another_environment_sets_it_up()
    {
        await using var development = await EnvironmentUnderTest.OpenAsync();
        await using var test = await EnvironmentUnderTest.OpenAsync();
        await development.ApplyAsync();
        var document = (await development.RunAsync(new ExportOcConfigurationCommand())).Output.Single();

        await test.ApplyAsync(document);

        Assert.False((await test.PlanAsync(document)).HasChanges);
    }

    [Fact]
    public async Task An_export_of_a_section_leaves_the_others_out()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.ApplyAsync();

        var pipeline = await environment.RunAsync(
            new ExportOcConfigurationCommand { Section = ["WORKSTREAMS"], Name = ["Web*"] });

        var section = Assert.Single(Assert.IsType<ConfigurationDocument>(Assert.Single(pipeline.Output)).Sections);
        Assert.Equal(("workstreams", "Web chats"), (section.Name, Assert.Single(section.Records).Key.ToString()));
    }

    [Fact]
    public async Task An_export_to_a_file_answers_nothing_and_under_WhatIf_writes_nothing()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json");

        var pipeline = await environment.RunAsync(new ExportOcConfigurationCommand { Path = file }, agrees: false);

        Assert.Empty(pipeline.Output);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_test_passes_when_nothing_has_drifted()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.ApplyAsync();

        var pipeline = await environment.RunAsync(Test());

        Assert.True(Assert.IsType<ConfigurationTestResult>(Assert.Single(pipeline.Output)).Passed);
    }

    [Fact]
    public async Task A_test_lists_the_drift_and_only_reads()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(Test());

        Assert.Equal(2, Assert.IsType<ConfigurationTestResult>(Assert.Single(pipeline.Output)).Drift.Count);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_quiet_test_answers_true_or_false()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(Test(), switches: ["Quiet"]);

        Assert.Equal(false, Assert.Single(pipeline.Output));
    }

    [Fact]
    public void A_secret_that_is_text_is_refused() => Assert.Equal(
        "SecretNotSecure",
        Assert.Throws<OcValidationException>(() => SecretParameter.Read(new Hashtable { ["apple"] = "text" })).Rule);

    [Fact]
    public void A_secret_that_is_secure_is_taken()
    {
        using var secret = new SecureString();

        Assert.Same(secret, SecretParameter.Read(new Hashtable { ["apple"] = secret })["APPLE"]);
    }

    [Fact]
    public void A_number_is_no_configuration() => Assert.Throws<ArgumentTransformationMetadataException>(
        () => new ConfigurationSourceTransformationAttribute().Transform(null!, 7));

    [Fact]
    public void The_published_schema_is_that_of_the_declarations() => Assert.Equal(
        File.ReadAllText(Repository.PathOf("docs/configuration.schema.json")), ConfigurationSchema.Write());
}
