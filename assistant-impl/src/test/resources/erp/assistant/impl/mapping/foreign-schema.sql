-- A schema in the manner of AdventureWorks: 59 tables in five schemas; names and columns are written for this test.
CREATE SCHEMA person;
CREATE SCHEMA hr;
CREATE SCHEMA production;
CREATE SCHEMA purchasing;
CREATE SCHEMA sales;
CREATE TABLE person.country_region (
  code char(2),
  name varchar(80),
  PRIMARY KEY (code));
CREATE TABLE person.state_province (
  id int,
  code varchar(3),
  country_code char(2) REFERENCES person.country_region (code),
  name varchar(80),
  PRIMARY KEY (id));
CREATE TABLE person.address (
  id int,
  address_line1 varchar(60),
  city varchar(30),
  state_province_id int REFERENCES person.state_province (id),
  postal_code varchar(15),
  PRIMARY KEY (id));
CREATE TABLE person.address_type (
  id int,
  name varchar(50),
  PRIMARY KEY (id));
CREATE TABLE person.business_entity (
  id int,
  modified_at timestamptz,
  PRIMARY KEY (id));
CREATE TABLE person.person (
  business_entity_id int REFERENCES person.business_entity (id),
  person_type char(2),
  first_name varchar(50),
  last_name varchar(50),
  email_promotion int,
  PRIMARY KEY (business_entity_id));
CREATE TABLE person.email_address (
  id int,
  business_entity_id int REFERENCES person.person (business_entity_id),
  email_address varchar(80),
  PRIMARY KEY (id));
CREATE TABLE person.phone_number_type (
  id int,
  name varchar(50),
  PRIMARY KEY (id));
CREATE TABLE person.person_phone (
  id int,
  business_entity_id int REFERENCES person.person (business_entity_id),
  phone_number varchar(25),
  phone_number_type_id int REFERENCES person.phone_number_type (id),
  PRIMARY KEY (id));
CREATE TABLE person.password (
  business_entity_id int REFERENCES person.person (business_entity_id),
  password_hash varchar(128),
  password_salt varchar(10),
  PRIMARY KEY (business_entity_id));
CREATE TABLE person.business_entity_address (
  id int,
  business_entity_id int REFERENCES person.business_entity (id),
  address_id int REFERENCES person.address (id),
  address_type_id int REFERENCES person.address_type (id),
  PRIMARY KEY (id));
CREATE TABLE person.contact_type (
  id int,
  name varchar(50),
  PRIMARY KEY (id));
CREATE TABLE person.business_entity_contact (
  id int,
  business_entity_id int REFERENCES person.business_entity (id),
  person_id int REFERENCES person.person (business_entity_id),
  contact_type_id int REFERENCES person.contact_type (id),
  PRIMARY KEY (id));
CREATE TABLE hr.department (
  id int,
  name varchar(50),
  group_name varchar(50),
  PRIMARY KEY (id));
CREATE TABLE hr.shift (
  id int,
  name varchar(50),
  start_time time,
  end_time time,
  PRIMARY KEY (id));
CREATE TABLE hr.employee (
  business_entity_id int REFERENCES person.person (business_entity_id),
  national_id_number varchar(15),
  login_id varchar(60),
  job_title varchar(50),
  birth_date date,
  marital_status char(1),
  hire_date date,
  PRIMARY KEY (business_entity_id));
CREATE TABLE hr.employee_department_history (
  id int,
  business_entity_id int REFERENCES hr.employee (business_entity_id),
  department_id int REFERENCES hr.department (id),
  shift_id int REFERENCES hr.shift (id),
  start_date date,
  PRIMARY KEY (id));
CREATE TABLE hr.employee_pay_history (
  id int,
  business_entity_id int REFERENCES hr.employee (business_entity_id),
  rate_change_date date,
  rate numeric(10,4),
  PRIMARY KEY (id));
CREATE TABLE hr.job_candidate (
  id int,
  business_entity_id int REFERENCES hr.employee (business_entity_id),
  resume text,
  PRIMARY KEY (id));
CREATE TABLE production.unit_measure (
  code char(3),
  name varchar(50),
  PRIMARY KEY (code));
CREATE TABLE production.product_category (
  id int,
  name varchar(50),
  PRIMARY KEY (id));
CREATE TABLE production.product_subcategory (
  id int,
  product_category_id int REFERENCES production.product_category (id),
  name varchar(50),
  PRIMARY KEY (id));
CREATE TABLE production.product_model (
  id int,
  name varchar(50),
  PRIMARY KEY (id));
CREATE TABLE production.product (
  id int,
  name varchar(50),
  product_number varchar(25),
  safety_stock_level smallint,
  reorder_point smallint,
  standard_cost numeric(19,4),
  list_price numeric(19,4),
  size_unit_code char(3) REFERENCES production.unit_measure (code),
  product_subcategory_id int REFERENCES production.product_subcategory (id),
  product_model_id int REFERENCES production.product_model (id),
  sell_start_date date,
  discontinued_date date,
  PRIMARY KEY (id));
CREATE TABLE production.product_cost_history (
  id int,
  product_id int REFERENCES production.product (id),
  start_date date,
  standard_cost numeric(19,4),
  PRIMARY KEY (id));
CREATE TABLE production.product_list_price_history (
  id int,
  product_id int REFERENCES production.product (id),
  start_date date,
  list_price numeric(19,4),
  PRIMARY KEY (id));
CREATE TABLE production.location (
  id smallint,
  name varchar(50),
  cost_rate numeric(10,4),
  PRIMARY KEY (id));
CREATE TABLE production.product_inventory (
  id int,
  product_id int REFERENCES production.product (id),
  location_id smallint REFERENCES production.location (id),
  shelf varchar(10),
  quantity smallint,
  PRIMARY KEY (id));
CREATE TABLE production.product_review (
  id int,
  product_id int REFERENCES production.product (id),
  reviewer_name varchar(50),
  rating int,
  comments text,
  PRIMARY KEY (id));
CREATE TABLE production.scrap_reason (
  id int,
  name varchar(50),
  PRIMARY KEY (id));
CREATE TABLE production.work_order (
  id int,
  product_id int REFERENCES production.product (id),
  order_qty int,
  scrapped_qty smallint,
  due_date date,
  scrap_reason_id int REFERENCES production.scrap_reason (id),
  PRIMARY KEY (id));
CREATE TABLE production.work_order_routing (
  id int,
  work_order_id int REFERENCES production.work_order (id),
  operation_sequence smallint,
  location_id smallint REFERENCES production.location (id),
  planned_cost numeric(19,4),
  actual_cost numeric(19,4),
  PRIMARY KEY (id));
CREATE TABLE production.bill_of_materials (
  id int,
  product_assembly_id int REFERENCES production.product (id),
  component_id int REFERENCES production.product (id),
  per_assembly_qty numeric(8,2),
  PRIMARY KEY (id));
CREATE TABLE production.transaction_history (
  id int,
  product_id int REFERENCES production.product (id),
  transaction_date date,
  transaction_type char(1),
  quantity int,
  actual_cost numeric(19,4),
  PRIMARY KEY (id));
CREATE TABLE production.document (
  id int,
  title varchar(50),
  file_name varchar(80),
  content bytea,
  PRIMARY KEY (id));
CREATE TABLE production.product_document (
  id int,
  product_id int REFERENCES production.product (id),
  document_id int REFERENCES production.document (id),
  PRIMARY KEY (id));
CREATE TABLE purchasing.vendor (
  business_entity_id int REFERENCES person.business_entity (id),
  account_number varchar(15),
  name varchar(50),
  credit_rating smallint,
  preferred boolean,
  active boolean,
  PRIMARY KEY (business_entity_id));
CREATE TABLE purchasing.ship_method (
  id int,
  name varchar(50),
  ship_base numeric(19,4),
  PRIMARY KEY (id));
CREATE TABLE purchasing.product_vendor (
  id int,
  product_id int REFERENCES production.product (id),
  vendor_id int REFERENCES purchasing.vendor (business_entity_id),
  average_lead_time int,
  standard_price numeric(19,4),
  PRIMARY KEY (id));
CREATE TABLE purchasing.purchase_order_header (
  id int,
  status smallint,
  employee_id int REFERENCES hr.employee (business_entity_id),
  vendor_id int REFERENCES purchasing.vendor (business_entity_id),
  ship_method_id int REFERENCES purchasing.ship_method (id),
  order_date date,
  sub_total numeric(19,4),
  PRIMARY KEY (id));
CREATE TABLE purchasing.purchase_order_detail (
  id int,
  purchase_order_id int REFERENCES purchasing.purchase_order_header (id),
  due_date date,
  order_qty smallint,
  product_id int REFERENCES production.product (id),
  unit_price numeric(19,4),
  received_qty numeric(8,2),
  PRIMARY KEY (id));
CREATE TABLE sales.currency (
  code char(3),
  name varchar(50),
  PRIMARY KEY (code));
CREATE TABLE sales.country_region_currency (
  id int,
  country_code char(2) REFERENCES person.country_region (code),
  currency_code char(3) REFERENCES sales.currency (code),
  PRIMARY KEY (id));
CREATE TABLE sales.currency_rate (
  id int,
  currency_rate_date date,
  from_code char(3) REFERENCES sales.currency (code),
  to_code char(3) REFERENCES sales.currency (code),
  average_rate numeric(19,6),
  PRIMARY KEY (id));
CREATE TABLE sales.sales_territory (
  id int,
  name varchar(50),
  country_code char(2) REFERENCES person.country_region (code),
  PRIMARY KEY (id));
CREATE TABLE sales.sales_person (
  business_entity_id int REFERENCES hr.employee (business_entity_id),
  territory_id int REFERENCES sales.sales_territory (id),
  sales_quota numeric(19,4),
  bonus numeric(19,4),
  commission_pct numeric(10,4),
  PRIMARY KEY (business_entity_id));
CREATE TABLE sales.store (
  business_entity_id int REFERENCES person.business_entity (id),
  name varchar(50),
  sales_person_id int REFERENCES sales.sales_person (business_entity_id),
  PRIMARY KEY (business_entity_id));
CREATE TABLE sales.customer (
  id int,
  person_id int REFERENCES person.person (business_entity_id),
  store_id int REFERENCES sales.store (business_entity_id),
  territory_id int REFERENCES sales.sales_territory (id),
  account_number varchar(10),
  PRIMARY KEY (id));
CREATE TABLE sales.credit_card (
  id int,
  card_type varchar(50),
  card_number varchar(25),
  exp_month smallint,
  exp_year smallint,
  PRIMARY KEY (id));
CREATE TABLE sales.person_credit_card (
  id int,
  business_entity_id int REFERENCES person.person (business_entity_id),
  credit_card_id int REFERENCES sales.credit_card (id),
  PRIMARY KEY (id));
CREATE TABLE sales.special_offer (
  id int,
  description varchar(255),
  discount_pct numeric(10,4),
  start_date date,
  end_date date,
  PRIMARY KEY (id));
CREATE TABLE sales.special_offer_product (
  id int,
  special_offer_id int REFERENCES sales.special_offer (id),
  product_id int REFERENCES production.product (id),
  PRIMARY KEY (id));
CREATE TABLE sales.sales_reason (
  id int,
  name varchar(50),
  reason_type varchar(50),
  PRIMARY KEY (id));
CREATE TABLE sales.sales_order_header (
  id int,
  order_date timestamptz,
  due_date date,
  ship_date date,
  status smallint,
  sales_order_number varchar(25),
  customer_id int REFERENCES sales.customer (id),
  sales_person_id int REFERENCES sales.sales_person (business_entity_id),
  territory_id int REFERENCES sales.sales_territory (id),
  credit_card_id int REFERENCES sales.credit_card (id),
  currency_code char(3) REFERENCES sales.currency (code),
  sub_total numeric(19,4),
  tax_amt numeric(19,4),
  freight numeric(19,4),
  comment varchar(128),
  modified_at timestamptz,
  PRIMARY KEY (id));
CREATE TABLE sales.sales_order_detail (
  id int,
  sales_order_id int REFERENCES sales.sales_order_header (id),
  order_qty smallint,
  shipped_qty smallint,
  product_id int REFERENCES production.product (id),
  special_offer_id int REFERENCES sales.special_offer (id),
  unit_price numeric(19,4),
  unit_price_discount numeric(19,4),
  PRIMARY KEY (id));
CREATE TABLE sales.sales_order_sales_reason (
  id int,
  sales_order_id int REFERENCES sales.sales_order_header (id),
  sales_reason_id int REFERENCES sales.sales_reason (id),
  PRIMARY KEY (id));
CREATE TABLE sales.shopping_cart_item (
  id int,
  shopping_cart_id varchar(50),
  quantity int,
  product_id int REFERENCES production.product (id),
  PRIMARY KEY (id));
CREATE TABLE sales.territory_grant (
  login varchar(60),
  territory_id int REFERENCES sales.sales_territory (id),
  PRIMARY KEY (login, territory_id));
CREATE TABLE sales.login_role (
  login varchar(60),
  role_name varchar(40),
  PRIMARY KEY (login, role_name));

-- Rows for what the test asks about; every number follows from the counters.
INSERT INTO person.country_region VALUES ('DE', 'Germany'), ('FR', 'France');
INSERT INTO sales.currency VALUES ('EUR', 'Euro'), ('USD', 'US dollar');
INSERT INTO sales.sales_territory VALUES (1, 'Germany', 'DE'), (2, 'France', 'FR');
INSERT INTO sales.territory_grant VALUES ('greta', 1), ('fritz', 2), ('paul', 1), ('paul', 2);
INSERT INTO sales.login_role VALUES ('paul', 'controller');
INSERT INTO person.business_entity SELECT g, '2026-01-01 00:00+00' FROM generate_series(1, 40) g;
INSERT INTO person.person SELECT g, 'EM', 'First' || g, 'Last' || g, 0 FROM generate_series(1, 20) g;
INSERT INTO hr.employee SELECT g, '9' || g, 'login' || g, 'Sales', DATE '1980-01-01' + g, 'S', DATE '2015-01-01' FROM generate_series(1, 10) g;
INSERT INTO sales.sales_person SELECT g, 1 + g % 2, 100000, 5000, 0.012 FROM generate_series(1, 5) g;
INSERT INTO sales.store SELECT 20 + g, 'Store ' || g, 1 + g % 5 FROM generate_series(1, 10) g;
INSERT INTO sales.customer SELECT g, NULL, 20 + g, 1 + g % 2, 'AW' || lpad(g::text, 8, '0') FROM generate_series(1, 10) g;
INSERT INTO sales.credit_card VALUES (1, 'Vista', '4111111111111111', 12, 2028);
INSERT INTO sales.special_offer VALUES (1, 'No discount', 0, '2026-01-01', '2026-12-31');
INSERT INTO production.product (id, name, product_number, safety_stock_level, reorder_point, standard_cost, list_price)
  SELECT g, 'Product ' || g, 'PR-' || g, 100, 50, g * 3.25, g * 5.5 FROM generate_series(1, 50) g;
INSERT INTO production.location VALUES (1, 'Main store', 0), (2, 'Outside', 0);
INSERT INTO production.product_inventory SELECT g, 1 + g % 50, 1 + g % 2, 'A', g % 90 FROM generate_series(1, 200) g;
INSERT INTO sales.sales_order_header
  SELECT g, TIMESTAMPTZ '2026-10-01 08:00+00' + g * INTERVAL '1 hour', DATE '2026-11-01' + g % 40,
    CASE WHEN g % 3 = 0 THEN DATE '2026-11-10' END, 1 + g % 5, 'SO' || (43000 + g), 1 + g % 10, 1 + g % 5, 1 + g % 2, 1,
    CASE WHEN g % 2 = 0 THEN 'EUR' ELSE 'USD' END, 0, 10.5, 4.25, 'left at gate ' || g, TIMESTAMPTZ '2026-11-12 08:00+00'
  FROM generate_series(1, 100) g;
INSERT INTO sales.sales_order_detail
  SELECT o * 100 + l, o, 1 + (o * l) % 7, (o * l) % 3, 1 + (o + l) % 50, 1, 10 + l * 1.25, 0
  FROM generate_series(1, 100) o, generate_series(1, 30) l WHERE l <= 5 + o % 25;
UPDATE sales.sales_order_header h SET sub_total =
  (SELECT SUM(order_qty * unit_price) FROM sales.sales_order_detail d WHERE d.sales_order_id = h.id);
