using FsCheck;
using FsCheck.Fluent;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>What holds for every document of all sections.</summary>
public class PlanPropertyTests
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(40);

    [Fact]
    public void After_any_document_was_applied_its_plan_is_empty() =>
        Check.One(Settings, Prop.ForAll(RandomDocuments.All, async json =>
    {
        using var environment = await OpenAsync();
        await environment.ApplyAsync(json);

        return !(await environment.PlanAsync(json)).HasChanges;
    }));

    [Fact]
    public void A_saved_plan_is_the_same_plan() => Check.One(Settings, Prop.ForAll(RandomDocuments.All, async json =>
    {
        using var environment = await OpenAsync();
        var saved = (await environment.PlanAsync(json)).ToJson();
        await environment.ApplyAsync(ConfigurationPlan.Parse(saved));

        return ConfigurationPlan.Parse(saved).ToJson() == saved && !(await environment.PlanAsync(json)).HasChanges;
    }));

    [Fact]
    public void An_export_applied_elsewhere_and_exported_again_is_the_same_text() =>
        Check.One(Settings, Prop.ForAll(RandomDocuments.All, async json =>
    {
        using var one = await OpenAsync();
        await one.ApplyAsync(json);
        var export = await one.ExportAsync();

        using var other = await OpenAsync();
        await other.ApplyAsync(await other.PlanAsync(export));

        return export.ToJson() == (await other.ExportAsync()).ToJson();
    }));

    [Fact]
    public void An_export_holds_no_GUID_of_any_row() =>
        Check.One(Settings, Prop.ForAll(RandomDocuments.All, async json =>
    {
        using var environment = await OpenAsync();
        await environment.ApplyAsync(json);
        var export = (await environment.ExportAsync()).ToJson();

        var rows = ConfigurationModel.ReadFor(ConfigurationModel.Tables)
            .SelectMany(table => environment.Organization.Rows.All(table.LogicalName));
        return !rows.Any(row => export.Contains(row.Id.ToString(), StringComparison.OrdinalIgnoreCase));
    }));

    [Fact]
    public void Any_change_made_by_hand_is_found_and_only_it() => Check.One(Settings, Prop.ForAll(
        RandomDocuments.All, Gen.Choose(0, 1000).ToArbitrary(), async (json, choice) =>
        {
            using var environment = await OpenAsync();
            await environment.ApplyAsync(json);
            var candidates = HandMadeChange.Candidates(
                ConfiguredEnvironment.Parse(json), await environment.PlanAsync(json));
            if (candidates.Count == 0)
                return true;

            var (record, property) = candidates[choice % candidates.Count];
            await HandMadeChange.MakeAsync(environment, record, property);

            var changes = (await environment.PlanAsync(json)).Changes.Where(
                change => change.Action != PlanAction.NoChange);
            return changes.Single() is { Action: PlanAction.Update, Fields: [var field] } found
                && found.Key.Equals(record.Key)
                && field.Property == property;
        }));

    [Fact]
    public void Whatever_a_document_made_goes_again_with_Prune() =>
        Check.One(Settings, Prop.ForAll(RandomDocuments.All, async json =>
    {
        using var environment = await OpenAsync();
        var before = await environment.ExportAsync();
        await environment.ApplyAsync(json);

        await environment.ApplyAsync(await environment.PlanAsync(before, prune: true));

        return before.ToJson() == (await environment.ExportAsync()).ToJson();
    }));

    private static async Task<ConfiguredEnvironment> OpenAsync()
    {
        var environment = await ConfiguredEnvironment.OpenAsync();
        foreach (var profile in RandomDocuments.CapacityProfiles)
            environment.Organization.Rows.Add("msdyn_capacityprofile", new() { ["msdyn_name"] = profile });

        return environment;
    }
}
