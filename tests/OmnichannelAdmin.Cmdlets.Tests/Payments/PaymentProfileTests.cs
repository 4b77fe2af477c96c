using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using OmnichannelAdmin.Cmdlets.Payments;
using OmnichannelAdmin.Cmdlets.Tests.RichMessages;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Tests.Payments;

public class PaymentProfileTests
{
    [Fact]
    public async Task What_was_made_is_what_is_read()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var made = await AddWithEverythingAsync(environment);
        var read = await environment.OneAsync<PaymentProfile>(
            new GetOcPaymentProfileCommand { Identity = [RecordIdentity.Of(made.Id)] });

        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(read));
        Assert.Equal(("Contoso shop", "Contoso shop", "DE"), (read.Name, read.ProfileName, read.CountryCode));
        Assert.Equal([MerchantCapability.Credit, MerchantCapability.ThreeDSecure], read.Capability);
        Assert.Equal([PaymentNetwork.Visa, PaymentNetwork.MasterCard], read.Network);
        Assert.Equal((SecretState.Set, SecretState.Set), (read.Certificate, read.CertificatePassword));
        Assert.Equal(new Uri("https://shop.contoso.example.com/track"), read.OrderTrackingUrl);
        Assert.Equal(["Pay"], read.RichMessages.Select(message => message.Name));
    }

    [Fact]
    public void The_examples_give_every_parameter() =>
        Assert.Empty(Completeness.NotGivenIn(NewWithEverything(), FromFile("merchant.p12")));

    [Fact]
    public async Task A_second_run_with_IfNotExists_answers_with_the_profile_and_all_that_belongs_to_it()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var made = await AddWithEverythingAsync(environment);

        var pipeline = await environment.SucceedAsync(
            PaymentExamples.New(), switches: [nameof(NewOcPaymentProfileCommand.IfNotExists)]);

        var answered = Assert.IsType<PaymentProfile>(Assert.Single(pipeline.Output));
        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(answered));
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task Profile_merchant_and_messages_are_one_change_set()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        await AddWithEverythingAsync(environment, keepRequests: true);

        Assert.Single(environment.Writes, write => write.EndsWith("$batch", StringComparison.Ordinal));
        Assert.Equal(1, environment.Organization.Rows.Count(PaymentExamples.MerchantTable));
    }

    [Fact]
    public async Task Nothing_is_left_of_a_profile_whose_secured_columns_are_refused()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(
            user: users => users.OmnichannelAdministrator);

        var error = Assert.Single((await environment.RunAsync(PaymentExamples.New())).Errors);

        Assert.Equal("ColumnSecurity", error.Id);
        Assert.Contains(
            "CertificatePassword (msdyn_ocmerchantcertificatepassword)", error.Exception.Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "a column security profile that allows Create", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, environment.Organization.Rows.Count(PaymentExamples.Table));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1500)]
    public async Task A_certificate_is_split_over_two_columns_and_whole_again_when_joined(int padding)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        using var certificate = PaymentExamples.MakeCertificate(padding);
        var command = PaymentExamples.New();
        command.Certificate = certificate;

        var profile = await environment.AddAsync<PaymentProfile>(command);

        var row = Assert.Single(environment.Organization.Rows.All(PaymentExamples.MerchantTable));
        var first = (string)row["msdyn_ocbase64merchantcertstring"]!;
        var second = row["msdyn_ocbase64merchantcertstringcontd"] as string ?? "";
        using var stored = new X509Certificate2(Convert.FromBase64String(first + second), PaymentExamples.Password);
        Assert.Equal(certificate.Thumbprint, stored.Thumbprint);
        Assert.True(stored.HasPrivateKey);
        Assert.Equal(padding > 0, second.Length > 0);
        Assert.Equal(PaymentExamples.Password, row["msdyn_ocmerchantcertificatepassword"]);
        Assert.Equal($"{certificate.Thumbprint}.p12", profile.CertificateFileName);
    }

    [Fact]
    public async Task A_smaller_certificate_clears_what_a_larger_one_left()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        using var larger = PaymentExamples.MakeCertificate(1500);
        var command = PaymentExamples.New();
        command.Certificate = larger;
        var profile = await environment.AddAsync<PaymentProfile>(command);

        await environment.SucceedAsync(new SetOcPaymentProfileCommand
        {
            Identity = RecordIdentity.Of(profile),
            Certificate = PaymentExamples.Certificate,
            CertificatePassword = Secrets.Of(PaymentExamples.Password),
        });

        Assert.Null(
            Assert.Single(
                environment.Organization.Rows.All(
                    PaymentExamples.MerchantTable))["msdyn_ocbase64merchantcertstringcontd"]);
    }

    [Fact]
    public async Task A_certificate_comes_from_a_file_too()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        using var file = new TemporaryFile(
            PaymentExamples.Certificate.Export(X509ContentType.Pkcs12, PaymentExamples.Password));
        var command = FromFile(file.Path);

        var profile = await environment.AddAsync<PaymentProfile>(command);

        Assert.Equal(Path.GetFileName(file.Path), profile.CertificateFileName);
        Assert.Equal(SecretState.Set, profile.Certificate);
    }

    public static TheoryData<string, byte[], string> BadFiles() => new()
    {
        { "CertificateNotReadable", [1, 2, 3], PaymentExamples.Password },
        {
            "CertificateNotReadable", PaymentExamples.Certificate.Export(X509ContentType.Pkcs12, "other"),
            PaymentExamples.Password
        },
        { "CertificateEmpty", [], PaymentExamples.Password },
        { "CertificateTooLarge", new byte[6001], PaymentExamples.Password },
        {
            "CertificateWithoutPrivateKey", PaymentExamples.Certificate.Export(X509ContentType.Cert),
            PaymentExamples.Password
        },
        { "CertificatePasswordMissing", [1], "" },
        {
            "CertificatePasswordTooLong", PaymentExamples.Certificate.Export(X509ContentType.Pkcs12, LongPassword),
            LongPassword
        },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task What_no_certificate_can_be_is_refused_before_anything_is_written(
        string rule, byte[] content, string password)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        using var file = new TemporaryFile(content);
        var command = FromFile(file.Path);
        command.CertificatePassword = Secrets.Of(password);

        Assert.Equal(rule, await environment.RefusedAsync(command));
    }

    public static TheoryData<string, NewOcPaymentProfileCommand> BadInputs() => new()
    {
        { "NameMissing", With(command => command.Name = " ") },
        { "NameTooLong", With(command => command.Name = new string('n', 101)) },
        { "MerchantNameMissing", With(command => command.MerchantName = null) },
        { "MerchantIdTooLong", With(command => command.MerchantId = new string('m', 101)) },
        {
            "MerchantDomainUrlNotHttps",
            With(command => command.MerchantDomainUrl = new("http://shop.contoso.example.com"))
        },
        { "GatewayUrlMissing", With(command => command.GatewayUrl = null) },
        { "CountryCodeUnknown", With(command => command.CountryCode = "Germany") },
        { "CountryNotSupported", With(command => command.CountryCode = "cn") },
        { "NetworkMissing", With(command => command.Network = null) },
        { "NetworkNotAnOption", With(command => command.Network = [(PaymentNetwork)5]) },
        { "ThreeDSecureMissing", With(command => command.Capability = [MerchantCapability.Debit]) },
        {
            "FallbackUrlTooLong",
            With(command => command.FallbackUrl = new($"https://a.example.com/{new string('x', 100)}"))
        },
        { "OrderTrackingUrlNotHttps", With(command => command.OrderTrackingUrl = new("track", UriKind.Relative)) },
        { "CertificateMissing", With(command => command.Certificate = null) },
        { "CertificateNotFound", FromFile("/nowhere/merchant.p12") },
        { "RecordNotFound", With(command => command.RichMessage = [RecordIdentity.Parse("No such message")]) },
        { "RichMessageOfOtherType", With(command => command.RichMessage = [RecordIdentity.Parse("Sign in")]) },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task What_no_profile_can_be_is_refused_before_anything_is_written(
        string rule, NewOcPaymentProfileCommand command)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddMessageAsync(RichMessageExamples.SignIn());

        Assert.Equal(rule, await environment.RefusedAsync(command));
    }

    public static TheoryData<string, SetOcPaymentProfileCommand, string[], string[]> Settings() => new()
    {
        { "AddRichMessage", new() { AddRichMessage = [RecordIdentity.Parse("Pay")] }, [], [] },
        { "Capability", new() { Capability = [MerchantCapability.ThreeDSecure] }, [], ["msdyn_merchantcapabilities"] },
        {
            "Certificate", new() { Certificate = PaymentExamples.Certificate, CertificatePassword = Secrets.Of("new") },
            [], ["msdyn_ocbase64merchantcertstring", "msdyn_ocmerchantcertificatepassword"]
        },
        {
            "CertificatePassword", new() { CertificatePassword = Secrets.Of("new") }, [],
            ["msdyn_ocmerchantcertificatepassword"]
        },
        { "CountryCode", new() { CountryCode = "us" }, [], ["msdyn_countrycode"] },
        { "FallbackUrl", new() { FallbackUrl = Other }, [], ["msdyn_fallbackurl"] },
        { "GatewayUrl", new() { GatewayUrl = Other }, [], ["msdyn_paymentgatewayurl"] },
        { "MerchantDomainUrl", new() { MerchantDomainUrl = Other }, [], ["msdyn_ocmerchantdomainurl"] },
        { "MerchantId", new() { MerchantId = "other" }, [], ["msdyn_merchantid"] },
        { "MerchantName", new() { MerchantName = "other" }, [], ["msdyn_merchantdisplayname"] },
        { "Name", new() { Name = "Other" }, ["msdyn_name", "msdyn_ocpaymentprofilename"], [] },
        { "Network", new() { Network = [PaymentNetwork.Discover] }, [], ["msdyn_supportednetworks"] },
        { "OrderTrackingUrl", new() { OrderTrackingUrl = Other }, [], ["msdyn_ordertrackingurl"] },
        { "PaymentMethodUpdateUrl", new() { PaymentMethodUpdateUrl = Other }, [], ["msdyn_paymentmethodupdateurl"] },
        { "RemoveRichMessage", new() { RemoveRichMessage = [RecordIdentity.Parse("Pay")] }, [], [] },
        {
            "ShippingContactUpdateUrl", new() { ShippingContactUpdateUrl = Other }, [],
            ["msdyn_shippingcontactupdateurl"]
        },
        { "ShippingMethodUpdateUrl", new() { ShippingMethodUpdateUrl = Other }, [], ["msdyn_shippingmethodupdateurl"] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_parameter_changes_its_column_alone(
        string parameter, SetOcPaymentProfileCommand command, string[] profileColumns, string[] merchantColumns)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var profile = await AddWithEverythingAsync(environment);
        command.Identity = RecordIdentity.Of(profile);
        string[] changed = [];

        var changedMerchant = await environment.ColumnsChangedAsync(
            PaymentExamples.MerchantTable, profile.Merchant!.Id, async () =>
            changed = await environment.ColumnsChangedAsync(
                PaymentExamples.Table, profile.Id, () => environment.SucceedAsync(command)));

        Assert.True(profileColumns.SequenceEqual(changed), $"{parameter} changed {string.Join(", ", changed)}.");
        Assert.True(
            merchantColumns.SequenceEqual(changedMerchant),
            $"{parameter} changed {string.Join(", ", changedMerchant)}.");
    }

    [Fact]
    public void Every_parameter_is_in_the_table() => Assert.Equal(
        Completeness.SettersOf<SetOcPaymentProfileCommand>().Except(["CertificatePath"]), Settings().Select(
            row => (string)row[0]));

    [Fact]
    public async Task Rich_messages_come_and_go()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var profile = await AddWithEverythingAsync(environment);
        var other = await environment.AddMessageAsync(RichMessageExamples.Payment("Other"));
        var command = new SetOcPaymentProfileCommand
        {
            Identity = RecordIdentity.Of(profile),
            AddRichMessage = [other],
            RemoveRichMessage = [RecordIdentity.Parse("Pay")],
        };

        var planned = await environment.RunAsync(command, agrees: false, switches: ["PassThru"]);
        var done = await environment.SucceedAsync(command, switches: ["PassThru"]);

        Assert.All(
            [planned, done],
            pipeline =>
                Assert.Equal(
                    ["Other"], ((PaymentProfile)pipeline.Output[0]).RichMessages.Select(message => message.Name)));
        Assert.Equal(1, environment.Organization.Rows.Count(RichMessageExamples.Maps));
    }

    [Fact]
    public async Task A_merchant_that_moved_since_the_profile_was_read_is_left_alone()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var profile = await AddWithEverythingAsync(environment);
        environment.Organization.Rows.Change(
            PaymentExamples.MerchantTable, profile.Merchant!.Id, new() { ["msdyn_merchantid"] = "moved" });
        var command =
            new SetOcPaymentProfileCommand { Identity = RecordIdentity.Of(profile), MerchantName = "Contoso AG" };

        Assert.Equal("RecordChanged", Assert.Single((await environment.RunAsync(command)).Errors).Id);
        Assert.Empty((await environment.RunAsync(command, switches: ["Force"])).Errors);
    }

    [Fact]
    public async Task A_merchant_in_Saudi_Arabia_is_warned()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.SucceedAsync(With(command => command.CountryCode = "SA"));

        Assert.Contains(pipeline.Warnings, warning => warning.Contains("Saudi Arabia", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_removed_profile_leaves_nothing_behind_but_its_messages()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var profile = await AddWithEverythingAsync(environment);

        await environment.SucceedAsync(new RemoveOcPaymentProfileCommand { Identity = RecordIdentity.Of(profile) });

        Assert.Equal(0, environment.Organization.Rows.Count(PaymentExamples.Table));
        Assert.Equal(0, environment.Organization.Rows.Count(PaymentExamples.MerchantTable));
        Assert.Equal(0, environment.Organization.Rows.Count(RichMessageExamples.Maps));
        Assert.Equal(1, environment.Organization.Rows.Count(RichMessageExamples.Table));
    }

    [Fact]
    public async Task A_merchant_that_another_profile_uses_stays()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var profile = await AddWithEverythingAsync(environment);
        environment.Organization.Rows.Add(
            PaymentExamples.Table, new() { ["msdyn_name"] = "Second", ["msdyn_ocapplepayid"] = profile.Merchant!.Id });

        await environment.SucceedAsync(new RemoveOcPaymentProfileCommand { Identity = RecordIdentity.Of(profile) });

        Assert.Equal(1, environment.Organization.Rows.Count(PaymentExamples.MerchantTable));
    }

    [Fact]
    public async Task The_question_before_a_removal_names_the_accounts()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var profile = await AddWithEverythingAsync(environment);
        environment.Organization.Rows.Add(
            "msdyn_ocapplebusinessaccount",
            new() { ["msdyn_name"] = "Contoso", ["msdyn_ocpaymentprofileid"] = profile.Id });

        var pipeline = await environment.RunAsync(
            new RemoveOcPaymentProfileCommand { Identity = RecordIdentity.Of(profile) }, agrees: false);

        Assert.Contains(
            "Apple Messages for Business account 'Contoso' can no longer ask for payments",
            Assert.Single(pipeline.Actions), StringComparison.Ordinal);
        Assert.Empty(environment.Writes);
    }

    private static readonly Uri Other = new("https://other.example.com");

    private static string LongPassword => new('w', 101);

    private static async Task<PaymentProfile> AddWithEverythingAsync(
        EnvironmentUnderTest environment, bool keepRequests = false)
    {
        await environment.AddMessageAsync(RichMessageExamples.Payment());
        return keepRequests
            ? await environment.OneAsync<PaymentProfile>(NewWithEverything())
            : await environment.AddAsync<PaymentProfile>(NewWithEverything());
    }

    private static NewOcPaymentProfileCommand NewWithEverything() => With(command =>
    {
        command.Capability = [MerchantCapability.ThreeDSecure, MerchantCapability.Credit];
        command.FallbackUrl = new Uri("https://shop.contoso.example.com/fallback");
        command.OrderTrackingUrl = new Uri("https://shop.contoso.example.com/track");
        command.PaymentMethodUpdateUrl = new Uri("https://shop.contoso.example.com/method");
        command.ShippingContactUpdateUrl = new Uri("https://shop.contoso.example.com/contact");
        command.ShippingMethodUpdateUrl = new Uri("https://shop.contoso.example.com/shipping");
        command.RichMessage = [RecordIdentity.Parse("Pay")];
    });

    private static NewOcPaymentProfileCommand FromFile(string path) => With(command =>
    {
        command.Certificate = null;
        command.CertificatePath = path;
    });

    private static NewOcPaymentProfileCommand With(Action<NewOcPaymentProfileCommand> change)
    {
        var command = PaymentExamples.New();
        change(command);
        return command;
    }
}
