using System.Text.Json;
using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Cmdlets.Authentication;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Tests.RichMessages;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Tests.Authentication;

public class AuthSettingTests
{
    private const string Table = AuthSettingExamples.Table;

    [Fact]
    public async Task What_was_made_is_what_is_read()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var made = await environment.AddAppleSettingAsync(AppleWithEverything());
        var read = await environment.OneAsync<AuthSetting>(
            new GetOcAuthSettingCommand { Identity = [RecordIdentity.Of(made.Id)] });

        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(read));
        Assert.Equal(
            (AuthChannelType.AppleMessagesForBusiness, AuthenticationType.OpenIdConnect),
            (read.ChannelType, read.AuthenticationType));
        Assert.Equal(SecretState.Set, read.ClientSecret);
        Assert.Equal(["openid", "profile"], read.Scope);
        Assert.Equal(["Sign in"], read.RichMessages.Select(message => message.Name));
        Assert.Equal("3600", read.Entries["expiry"]);
    }

    [Fact]
    public void The_examples_give_every_parameter() => Assert.Empty(
        Completeness.NotGivenIn(AppleWithEverything(), AuthSettingExamples.Chat(), ChatCodeFlow()));

    [Fact]
    public async Task A_second_run_with_IfNotExists_answers_with_the_setting_and_all_that_belongs_to_it()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var made = await environment.AddAppleSettingAsync(AppleWithEverything());

        var pipeline = await environment.SucceedAsync(
            AppleWithEverything(), switches: [nameof(NewOcAuthSettingCommand.IfNotExists)]);

        var answered = Assert.IsType<AuthSetting>(Assert.Single(pipeline.Output));
        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(answered));
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task All_settings_are_read_with_what_belongs_to_them()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddAppleSettingAsync(AppleWithEverything());
        await environment.AddAsync<AuthSetting>(AuthSettingExamples.Chat());

        var settings = (
            await environment.SucceedAsync(new GetOcAuthSettingCommand())).Output.Cast<AuthSetting>().ToList();

        Assert.Equal(["Contoso chat", "Contoso login"], settings.Select(setting => setting.Name));
        Assert.Equal([SecretState.Unset, SecretState.Set], settings.Select(setting => setting.ClientSecret));
        Assert.Equal([0, 1], settings.Select(setting => setting.RichMessages.Count));
    }

    [Fact]
    public async Task The_secret_is_in_the_row_and_nowhere_else()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddMessageAsync(RichMessageExamples.SignIn());

        var pipeline = await environment.SucceedAsync(AuthSettingExamples.Apple());

        Assert.Equal(
            "s3cret", Assert.Single(environment.Organization.Rows.All(Table))["msdyn_authenticationclientsecret"]);
        Assert.DoesNotContain("s3cret", string.Join('\n', pipeline.Actions), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "s3cret", JsonSerializer.Serialize(pipeline.Output[0], pipeline.Output[0].GetType()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apple_uses_the_code_flow_unless_more_is_given()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var openId = AuthSettingExamples.Apple("OpenID");
        openId.AccessTokenUrl = new Uri("https://login.contoso.example.com/token");

        Assert.Equal(AuthenticationType.CodeFlow, (await environment.AddAppleSettingAsync()).AuthenticationType);
        Assert.Equal(
            AuthenticationType.OpenIdConnect, (await environment.AddAsync<AuthSetting>(openId)).AuthenticationType);
    }

    [Fact]
    public async Task A_public_key_tells_a_setting_of_live_chat()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var setting = await environment.AddAsync<AuthSetting>(AuthSettingExamples.Chat());

        Assert.Equal(
            (AuthChannelType.LiveChat, AuthenticationType.ImplicitFlow),
            (setting.ChannelType, setting.AuthenticationType));
    }

    [Fact]
    public async Task A_redirect_tells_the_code_flow_of_live_chat()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var setting = await environment.AddAsync<AuthSetting>(ChatCodeFlow());

        Assert.Equal(
            (AuthChannelType.LiveChat, AuthenticationType.CodeFlow), (setting.ChannelType, setting.AuthenticationType));
        Assert.Equal("contoso_ReadToken", setting.TokenAction);
    }

    [Fact]
    public async Task A_setting_for_Apple_needs_a_rich_message_to_exist()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.SucceedAsync(RichMessageExamples.SignIn("Draft"), switches: ["Draft"]);

        Assert.Equal("AuthenticationMessageMissing", await environment.RefusedAsync(AuthSettingExamples.Apple()));
    }

    public static TheoryData<string, SetOcAuthSettingCommand, string[]> Settings() => new()
    {
        {
            "AccessTokenUrl", new() { AccessTokenUrl = new("https://other.example.com/token") },
            ["msdyn_accesstokenurl"]
        },
        { "AddRichMessage", new() { AddRichMessage = [RecordIdentity.Parse("Sign in")] }, [] },
        { "AdditionalParameters", new() { AdditionalParameters = "prompt=none" }, ["msdyn_additionalparams"] },
        { "AuthenticationType", new() { AuthenticationType = AuthenticationType.OpenIdConnect }, [] },
        { "ClientId", new() { ClientId = "other" }, ["msdyn_authenticationclientid"] },
        { "ClientSecret", new() { ClientSecret = Secrets.Of("new") }, ["msdyn_authenticationclientsecret"] },
        {
            "DecryptedTokenUrl", new() { DecryptedTokenUrl = new("https://other.example.com") },
            ["msdyn_decryptedtokenurl"]
        },
        { "Entry", new() { Entry = EntryOf("expiry", "60") }, [] },
        { "Name", new() { Name = "Other" }, ["msdyn_name"] },
        { "RedirectUrl", new() { RedirectUrl = new("https://other.example.com/back") }, ["msdyn_redirecturi"] },
        { "RemoveRichMessage", new() { RemoveRichMessage = [RecordIdentity.Parse("Sign in")] }, [] },
        { "Scope", new() { Scope = ["email"] }, ["msdyn_authenticationscopes"] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_parameter_changes_its_column_alone(
        string parameter, SetOcAuthSettingCommand command, string[] columns)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var setting = await environment.AddAppleSettingAsync(AppleWithEverything());
        command.Identity = RecordIdentity.Of(setting);

        var changed = await environment.ColumnsChangedAsync(Table, setting.Id, () => environment.SucceedAsync(command));

        Assert.True(columns.SequenceEqual(changed), $"{parameter} changed {string.Join(", ", changed)}.");
    }

    public static TheoryData<string, SetOcAuthSettingCommand, string> ChatSettings() => new()
    {
        { "JavaScriptFunction", new() { JavaScriptFunction = "other" }, "msdyn_javascriptclientfunction" },
        { "PublicKeyUrl", new() { PublicKeyUrl = new("https://other.example.com/key") }, "msdyn_publickeyurl" },
    };

    [Theory]
    [MemberData(nameof(ChatSettings))]
    public async Task A_parameter_of_live_chat_changes_its_column_alone(
        string parameter, SetOcAuthSettingCommand command, string column)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var setting = await environment.AddAsync<AuthSetting>(AuthSettingExamples.Chat());
        command.Identity = RecordIdentity.Of(setting);

        var changed = await environment.ColumnsChangedAsync(Table, setting.Id, () => environment.SucceedAsync(command));

        Assert.True(changed is [var only] && only == column, $"{parameter} changed {string.Join(", ", changed)}.");
    }

    [Fact]
    public async Task The_token_action_of_live_chats_code_flow_changes_its_column_alone()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var setting = await environment.AddAsync<AuthSetting>(ChatCodeFlow());
        var command =
            new SetOcAuthSettingCommand { Identity = RecordIdentity.Of(setting), TokenAction = "contoso_Other" };

        var changed = await environment.ColumnsChangedAsync(Table, setting.Id, () => environment.SucceedAsync(command));

        Assert.Equal(["msdyn_actionname"], changed);
    }

    [Fact]
    public void Every_parameter_is_in_a_table() => Assert.Equal(
        Completeness.SettersOf<SetOcAuthSettingCommand>().Except(["TokenAction"]),
        Settings().Select(row => (string)row[0]).Concat(ChatSettings().Select(row => (string)row[0])).Order());

    [Fact]
    public async Task Rich_messages_come_and_go()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var setting = await environment.AddAppleSettingAsync(AppleWithEverything());
        var other = await environment.AddMessageAsync(RichMessageExamples.SignIn("Other"));
        var command = new SetOcAuthSettingCommand
        {
            Identity = RecordIdentity.Of(setting),
            AddRichMessage = [other],
            RemoveRichMessage = [RecordIdentity.Parse("Sign in")],
        };

        var pipeline = await environment.SucceedAsync(command, switches: ["PassThru"]);

        Assert.Equal(
            ["Other"],
            Assert.IsType<AuthSetting>(Assert.Single(pipeline.Output)).RichMessages.Select(message => message.Name));
        Assert.Equal(1, environment.Organization.Rows.Count(RichMessageExamples.Maps));
    }

    [Fact]
    public async Task A_message_that_is_there_already_is_not_added_twice()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var setting = await environment.AddAppleSettingAsync(AppleWithEverything());

        await environment.SucceedAsync(
            new SetOcAuthSettingCommand
            {
                Identity = RecordIdentity.Of(setting),
                AddRichMessage = [RecordIdentity.Parse("Sign in")],
            });

        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task Entries_are_set_changed_and_removed_by_key()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var setting = await environment.AddAppleSettingAsync(AppleWithEverything());
        var change = EntryOf("Expiry", "60", "other", "1");

        await environment.SucceedAsync(
            new SetOcAuthSettingCommand { Identity = RecordIdentity.Of(setting), Entry = change });
        var pipeline = await environment.SucceedAsync(
            new SetOcAuthSettingCommand { Identity = RecordIdentity.Of(setting.Id), Entry = EntryOf("other", "") },
            switches: ["PassThru"]);

        Assert.Equal([new("expiry", "60")], Assert.IsType<AuthSetting>(Assert.Single(pipeline.Output)).Entries);
        Assert.Equal(1, environment.Organization.Rows.Count(AuthSettingExamples.Entries));
    }

    public static TheoryData<string, NewOcAuthSettingCommand> BadInputs() => new()
    {
        { "NameMissing", With(command => command.Name = null) },
        { "NameTooLong", With(command => command.Name = new string('n', 101)) },
        { "ClientIdMissing", With(command => command.ClientId = "") },
        { "ClientSecretMissing", With(command => command.ClientSecret = Secrets.Of("")) },
        { "ClientSecretTooLong", With(command => command.ClientSecret = Secrets.Of(new string('s', 101))) },
        { "ScopeMissing", With(command => command.Scope = [" "]) },
        { "ScopeTooLong", With(command => command.Scope = [new string('a', 60), new string('b', 40)]) },
        { "DecryptedTokenUrlMissing", With(command => command.DecryptedTokenUrl = null) },
        {
            "DecryptedTokenUrlNotHttps",
            With(command => command.DecryptedTokenUrl = new("http://login.contoso.example.com"))
        },
        {
            "DecryptedTokenUrlTooLong",
            With(command => command.DecryptedTokenUrl = new($"https://a.example.com/{new string('x', 100)}"))
        },
        {
            "DecryptedTokenUrlHasUserInfo",
            With(command => command.DecryptedTokenUrl = new("https://me:word@a.example.com"))
        },
        { "AccessTokenUrlMissing", With(command => command.AuthenticationType = AuthenticationType.OpenIdConnect) },
        { "AdditionalParametersNotForType", With(command => command.AdditionalParameters = "a=b") },
        {
            "AuthenticationTypeNotForChannel",
            With(command => command.AuthenticationType = AuthenticationType.ImplicitFlow)
        },
        { "AuthenticationTypeNotForChannel", With(command => command.ChannelType = AuthChannelType.Voice) },
        { "DecryptedTokenUrlNotForType", With(command => command.PublicKeyUrl = new("https://a.example.com")) },
        { "ValueTooLong", With(command => command.Entry = EntryOf("k", new string('v', 101))) },
        { "NameTooLong", With(command => command.Entry = EntryOf(new string('k', 101), "v")) },
        { "RecordNotFound", With(command => command.RichMessage = [RecordIdentity.Parse("No such message")]) },
        { "RichMessageOfOtherType", With(command => command.RichMessage = [RecordIdentity.Parse("Pay")]) },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task What_no_setting_can_be_is_refused_before_anything_is_written(
        string rule, NewOcAuthSettingCommand command)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddMessageAsync(RichMessageExamples.SignIn());
        await environment.AddMessageAsync(RichMessageExamples.Payment());

        Assert.Equal(rule, await environment.RefusedAsync(command));
    }

    public static TheoryData<string, SetOcAuthSettingCommand, string[]> BadChanges() => new()
    {
        { "NothingToChange", new(), [] },
        { "ClientIdMissing", new(), ["ClientId"] },
        { "PublicKeyUrlNotForType", new() { PublicKeyUrl = new("https://a.example.com") }, [] },
        { "AuthenticationTypeNotForChannel", new() { AuthenticationType = AuthenticationType.EnhancedChat }, [] },
        { "AccessTokenUrlMissing", new() { AuthenticationType = AuthenticationType.OpenIdConnect }, [] },
        { "RichMessageOfOtherType", new() { AddRichMessage = [RecordIdentity.Parse("Pay")] }, [] },
    };

    [Theory]
    [MemberData(nameof(BadChanges))]
    public async Task What_a_setting_cannot_become_is_refused_before_anything_is_written(
        string rule, SetOcAuthSettingCommand command, string[] cleared)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        command.Identity = RecordIdentity.Of(await environment.AddAppleSettingAsync());
        await environment.AddMessageAsync(RichMessageExamples.Payment());

        Assert.Equal(rule, await environment.RefusedAsync(command, cleared));
    }

    [Fact]
    public async Task A_removed_setting_leaves_nothing_behind_but_its_messages()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var setting = await environment.AddAppleSettingAsync(AppleWithEverything());

        await environment.SucceedAsync(new RemoveOcAuthSettingCommand { Identity = RecordIdentity.Of(setting) });

        Assert.Equal(0, environment.Organization.Rows.Count(Table));
        Assert.Equal(0, environment.Organization.Rows.Count(RichMessageExamples.Maps));
        Assert.Equal(0, environment.Organization.Rows.Count(AuthSettingExamples.Entries));
        Assert.Equal(1, environment.Organization.Rows.Count(RichMessageExamples.Table));
    }

    [Fact]
    public async Task The_question_before_a_removal_names_the_channels()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var setting = await environment.AddAppleSettingAsync(AppleWithEverything());
        environment.Organization.Rows.Add(
            "msdyn_ocapplebusinessaccount",
            new() { ["msdyn_name"] = "Contoso shop", ["msdyn_v2businessauthsettingsid"] = setting.Id });
        environment.Organization.Rows.Add(
            "msdyn_livechatconfig", new() { ["msdyn_name"] = "Contoso web", ["msdyn_authsettingsid"] = setting.Id });

        var pipeline = await environment.RunAsync(
            new RemoveOcAuthSettingCommand { Identity = RecordIdentity.Of(setting) }, agrees: false);

        var question = Assert.Single(pipeline.Actions);
        Assert.Contains(
            "Apple Messages for Business account 'Contoso shop', chat widget 'Contoso web'", question,
            StringComparison.Ordinal);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_secured_column_that_is_refused_is_named_with_the_right_to_ask_for()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(
            user: users => users.OmnichannelAdministrator);
        await environment.AddMessageAsync(RichMessageExamples.SignIn());

        var error = Assert.Single((await environment.RunAsync(AuthSettingExamples.Apple())).Errors);

        Assert.Equal("ColumnSecurity", error.Id);
        Assert.Contains(
            "ClientSecret (msdyn_authenticationclientsecret)", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            "a column security profile that allows Create", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_a_secret_learns_nothing_of_it()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(
            user: users => users.OmnichannelAdministrator);
        environment.Organization.Rows.Add(
            Table, new() { ["msdyn_name"] = "Contoso login", ["msdyn_authenticationclientsecret"] = "s3cret" });

        var setting = await environment.OneAsync<AuthSetting>(new GetOcAuthSettingCommand());

        Assert.Equal(SecretState.NotReadable, setting.ClientSecret);
    }

    [Fact]
    public async Task Who_may_not_update_a_secret_is_told_so()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(
            user: users => users.OmnichannelAdministrator);
        var id = environment.Organization.Rows.Add(
            Table,
            new() { ["msdyn_name"] = "Contoso "
                + "login", ["msdyn_ocauthchanneltype"] = 192450000, ["msdyn_authenticationtype"] = 192350001 });

        var pipeline = await environment.RunAsync(
            new SetOcAuthSettingCommand { Identity = RecordIdentity.Of(id), ClientSecret = Secrets.Of("new") });

        Assert.Contains(
            "that allows Update", Assert.Single(pipeline.Errors).Exception.Message, StringComparison.Ordinal);
    }

    private static TextMap EntryOf(params string[] keysAndValues) =>
        new(keysAndValues.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase));

    private static NewOcAuthSettingCommand AppleWithEverything() => With(command =>
    {
        command.ChannelType = AuthChannelType.AppleMessagesForBusiness;
        command.AuthenticationType = AuthenticationType.OpenIdConnect;
        command.AccessTokenUrl = new Uri("https://login.contoso.example.com/token");
        command.RedirectUrl = new Uri("https://contoso.example.com/back");
        command.AdditionalParameters = "prompt=login";
        command.RichMessage = [RecordIdentity.Parse("Sign in")];
        command.Entry = EntryOf("expiry", "3600");
    });

    private static NewOcAuthSettingCommand ChatCodeFlow()
    {
        var command = AuthSettingExamples.Apple();
        command.DecryptedTokenUrl = null;
        command.AccessTokenUrl = new Uri("https://login.contoso.example.com/token");
        command.RedirectUrl = new Uri("https://contoso.example.com/back");
        command.TokenAction = "contoso_ReadToken";
        return command;
    }

    private static NewOcAuthSettingCommand With(Action<NewOcAuthSettingCommand> change)
    {
        var command = AuthSettingExamples.Apple();
        change(command);
        return command;
    }
}
